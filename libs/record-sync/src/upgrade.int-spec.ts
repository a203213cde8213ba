import { randomUUID } from 'node:crypto';
import { TokenProvider, TokenRevocation, orcidConfigs } from '@ligature/connections';
import { OrcidDouble } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import {
  InstitutionRepository,
  migrateDatabase,
  OrcidClientRepository,
  PersonRepository,
  type SealedSecret,
  TokenVault,
} from '@ligature/persistence';
import {
  aTokenKey,
  createEarlierDatabase,
  Keyring,
  type TestDatabase,
  TestModule,
} from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { RecordSweep } from './record-sweep.ts';
import { RecordSyncConfig } from './record-sync.config.ts';
import { RecordSyncModule } from './record-sync.module.ts';
import { SyncRecord } from './sync-record.ts';
import { employments, ok } from './testing/sync-fixture.ts';

const IDP = 'https://idp.example.edu';
const AT = '2026-01-15T12:00:00Z';
const [INSTITUTION, SOURCE, ADA, ADAS_CONNECTION, BOB, BOBS_CONNECTION] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];
const [JOB, LEAVERS_JOB, RETIRED] = [randomUUID(), randomUUID(), randomUUID()];
/** Fixed, since it is part of what the hash below is of. */
const ITEM = '01926f4e-0000-7000-8000-000000000001';
const [ORCID, BOBS_ORCID] = [anOrcidId(77), anOrcidId(78)];

/** What the version before wrote for Ada's job. */
const WRITTEN = {
  kind: 'employment',
  organization: {
    name: 'Example University',
    city: 'Pasadena',
    country: 'US',
    identifier: { registry: 'ROR', value: 'https://ror.org/05dxps055' },
  },
  department: 'Library',
  role: 'Steward',
  start: { year: 2021, month: 3, day: 1 },
};

/** The hash it kept of that, as its code computed it (libs/record-sync/src/content-hash.ts at b1fe076). */
const WRITTEN_HASH = '80cb7bf06aa32e3501ca093c0cf2424c3df3a026261e90ab5f6b90801d635ab5';

/** Rows of a table, by the names their columns have. */
type Rows = readonly Readonly<Record<string, unknown>>[];
type Tables = ReadonlyMap<string, Rows>;

/** What the tables and columns of the version before are called now. */
const RENAMED_TABLES: Readonly<Record<string, string>> = {
  researcher: 'person',
  researcher_identity: 'person_identity',
  appointment: 'assertion',
};
const RENAMED_COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  consent_event: { researcher_id: 'person_id' },
  connection: { researcher_id: 'person_id' },
  retired_token: { researcher_id: 'person_id' },
  researcher_identity: { researcher_id: 'person_id' },
  appointment: { staff_id: 'person_key', job_id: 'row_key', start_date: 'starts', end_date: 'ends' },
  record_item: { appointment_id: 'assertion_id', kind: 'section' },
  rate_slot: { door: 'bucket' },
};
/** Columns whose facts are kept in another way, with the test that shows it. */
const MOVED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  // 'opens every sealed value in its new place', and 0013-feed-columns.int-spec.ts of persistence
  institution: ['orcid_client_id', 'orcid_client_secret', 'feed'],
  // 'knows people of the feed who never signed in, and keeps the staff ids of those who did'
  researcher: ['staff_id'],
  // 'has nothing to write': the hash of what was written is over all of these
  appointment: ['organization_name', 'city', 'region', 'country', 'ror_id', 'department', 'role', 'url'],
};

describe('a database of the version before, after its migration', () => {
  let app: TestModule;
  let orcid: OrcidDouble;
  let database: TestDatabase;
  let before: Tables;
  let after: Tables;
  const keys = aTokenKey();
  const env = () => ({ ...orcid.env, TOKEN_KEYS: keys, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64') });
  const sql = <T extends object>(query: string, ...values: unknown[]) =>
    app.get(EntityManager).fork().execute<T[]>(query, values);

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    database = await createEarlierDatabase('0005-scope-patterns');
    await fill(database.url, new TokenVault(Keyring.parse(keys)));
    before = await tablesOf(database.url);
    await migrateDatabase(database.url);
    after = await tablesOf(database.url);
    app = await TestModule.start({
      imports: [RecordSyncModule],
      configs: [...orcidConfigs, RecordSyncConfig],
      env: env(),
      clock: new StoppedClock('2026-03-01T12:00:00Z'),
      database,
    });
  });

  beforeEach(() => {
    orcid.seen.splice(0);
    orcid.forget();
  });

  afterAll(async () => {
    await app.close();
    await orcid.stop();
  });

  it('keeps every put-code, under the identifier that stands at ORCID', async () => {
    const items = await sql(`select id, self_id, put_code, state, section from record_item where id = ?`, ITEM);
    expect(items).toEqual([{ id: ITEM, self_id: ITEM, put_code: '4711', state: 'present', section: 'employment' }]);
  });

  it('keeps every row of every table, with all it says', () => {
    expect(before.size).toBeGreaterThan(15);
    for (const [table, rows] of before) {
      expect({ table, isTried: rows.length > 0 }).toEqual({ table, isTried: true });
      const now = after.get(RENAMED_TABLES[table] ?? table) ?? [];
      // One person of the feed never signed in, and becomes a person.
      expect({ table, count: now.length }).toEqual({ table, count: rows.length + (table === 'researcher' ? 1 : 0) });
      for (const row of rows) expect(now).toContainEqual(expect.objectContaining(asCalledNow(table, row)));
    }
  });

  /** As it would be if nothing had been under way. */
  const settingIntentsAside = async (work: () => Promise<void>): Promise<void> => {
    const [intent] = await sql<{ row: string }>(
      `delete from write_intent returning to_jsonb(write_intent)::text as row`,
    );
    await work();
    await sql(
      `insert into write_intent select * from jsonb_populate_record(null::write_intent, ?::jsonb)`,
      intent?.row,
    );
  };

  it('has nothing to write: the first sync makes no call for what is as wanted', async () => {
    await settingIntentsAside(async () => {
      await app.request(() => app.get(SyncRecord).run(ADAS_CONNECTION));
      expect(orcid.seen).toEqual([]);
      const institution = await app.request(() => app.get(InstitutionRepository).get(INSTITUTION));
      const swept = await app.request(() => app.get(RecordSweep).syncDue(institution));
      expect(swept).toEqual({ due: 0, doubted: 0, held: 0 });
    });
  });

  it('looks into the write that was under way, before it writes again', async () => {
    orcid.willAnswer(employments({ putCode: 4711, selfId: ITEM }), ok);
    await app.request(() => app.get(SyncRecord).run(ADAS_CONNECTION));
    expect(orcid.seen.map(({ method, path }) => `${method} ${path.replace(`/v3.0/${ORCID}`, '')}`)).toEqual([
      'GET /employments',
      'PUT /employment/4711',
    ]);
    expect(await sql(`select 1 from write_intent`)).toEqual([]);
  });

  it('opens every sealed value in its new place', async () => {
    const token = await app.request(() =>
      app
        .get(TokenProvider)
        .withAccessToken(ADAS_CONNECTION, 'read', (access) => Promise.resolve(access.token.reveal())),
    );
    expect(token).toBe('adas-token');
    const secret = await app.request(async () => {
      const clients = app.get(OrcidClientRepository);
      return clients.credentials(await clients.current(INSTITUTION), 'local');
    });
    expect([secret.clientId, secret.clientSecret.reveal()]).toEqual(['APP-EXAMPLE000000001', 'hush']);
    const [{ refreshToken } = { refreshToken: null }] = await sql<{
      refreshToken: SealedSecret<'refresh-token'> | null;
    }>(`select refresh_token as "refreshToken" from connection where id = ?`, ADAS_CONNECTION);
    const place = {
      table: 'connection',
      row: ADAS_CONNECTION,
      owner: ADA,
      orcid: ORCID,
      environment: 'local',
    } as const;
    const opened = refreshToken && (await app.get(TokenVault).open(refreshToken, 'refresh-token', place));
    expect(opened?.reveal()).toBe('adas-refresh-token');
  });

  it('ends at ORCID the token that nobody uses any more, which only who can open it can do', async () => {
    orcid.willAnswer({ status: 200, body: {} });
    await app.request(() => app.get(TokenRevocation).end(RETIRED));
    expect(orcid.seen.map(({ path }) => path)).toEqual(['/oauth/revoke']);
    expect(new URLSearchParams(orcid.seen[0]?.body).get('token')).toBe('old-token');
    expect(await sql(`select 1 from retired_token`)).toEqual([]);
  });

  it('keeps the audit trail as it was, line by line', () => {
    expect(after.get('audit_event')).toMatchObject([
      { action: 'researcher.signed-in', actor: 'researcher', subject_id: ADA, detail: {} },
      { action: 'item.created', actor: 'scheduler', subject_id: ITEM, detail: { kind: 'employment', putCode: '4711' } },
    ]);
  });

  it('knows everybody again, by an identity whose kind is assumed from what the provider was asked for', async () => {
    const known = await app.request(() => app.get(PersonRepository).findAssumedIdentity(INSTITUTION, IDP, 'ada'));
    expect(known).toMatchObject({ personId: ADA, kind: 'eduPersonPrincipalName', isAssumed: true });
  });

  it('knows people of the feed who never signed in, and keeps the staff ids of those who did', async () => {
    const people = app.get(PersonRepository);
    const find = (staffId: string) => app.request(() => people.findByStaffId(INSTITUTION, { space: 'staff', staffId }));
    expect(await find('000042')).toMatchObject({ id: ADA, displayName: 'Ada' });
    expect(await find('000099')).toMatchObject({ displayName: null, signedInAt: null, consent: 'none' });
    const [job] = await sql(`select person_key, row_key, feed, ends from assertion where id = ?`, LEAVERS_JOB);
    expect(job).toEqual({ person_key: '000099', row_key: 'B-1', feed: 'hr', ends: '2025-12-31' });
  });
});

/** A row of the version before, under the names of today and without what is kept elsewhere. */
function asCalledNow(table: string, row: Rows[number]): Rows[number] {
  const kept = Object.entries(row).filter(([column]) => MOVED_COLUMNS[table]?.includes(column) !== true);
  return Object.fromEntries(kept.map(([column, value]) => [RENAMED_COLUMNS[table]?.[column] ?? column, value]));
}

/** Every row of every table but the list of migrations. */
async function tablesOf(url: string): Promise<Tables> {
  const { MikroORM } = await import('@mikro-orm/postgresql');
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    allowGlobalContext: true,
    discovery: { warnWhenNoEntities: false },
  });
  const named = await orm.em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  const tables = new Map<string, Rows>();
  for (const { name } of named) {
    const rows = await orm.em.execute<{ row: Rows[number] }[]>(`select to_jsonb(one) as row from "${name}" one`);
    tables.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  await orm.close();
  return tables;
}

/** Rows as the version before wrote them, at least one in every table. */
async function fill(url: string, vault: TokenVault): Promise<void> {
  const { MikroORM } = await import('@mikro-orm/postgresql');
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    allowGlobalContext: true,
    discovery: { warnWhenNoEntities: false },
  });
  const insert = (table: string, row: object) => {
    const [names, values] = [Object.keys(row), Object.values(row) as unknown[]];
    const given = values.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value));
    return orm.em.execute(
      `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      given,
    );
  };
  const own = { owner: ADA, orcid: ORCID, environment: 'local' } as const;
  const sealed = (table: 'connection' | 'retired_token', row: string, token: string) =>
    vault.seal(new Secret('access-token', token), { table, row, ...own });
  const secret = await vault.seal(new Secret('client-secret', 'hush'), {
    table: 'institution',
    row: INSTITUTION,
    owner: INSTITUTION,
    orcid: 'APP-EXAMPLE000000001',
    environment: 'local',
  });
  await insert('institution', {
    id: INSTITUTION,
    slug: 'example',
    name: 'Example University',
    ror_id: 'https://ror.org/05dxps055',
    time_zone: 'Europe/Berlin',
    orcid_environment: 'local',
    orcid_client_id: 'APP-EXAMPLE000000001',
    orcid_client_secret: secret,
    branding: { color: '#1d4f91', supportEmail: 'orcid@example.edu' },
    contacts: {},
    feed: { columns: {}, dates: 'iso', defaults: {}, absentMeans: 'keep', ignoredColumns: [] },
    created_at: AT,
  });
  await insert('metadata_source', {
    id: SOURCE,
    institution_id: INSTITUTION,
    kind: 'url',
    location: `${IDP}/metadata`,
    position: 0,
    entity_ids: '{}',
    signing_certificates: '{}',
    policy: { identifier: 'eduPersonPrincipalName' },
    exceptions: {},
  });
  await insert('identity_provider', {
    id: randomUUID(),
    institution_id: INSTITUTION,
    source_id: SOURCE,
    entity_id: IDP,
    display_name: 'Example',
    display_names: {},
    search_text: '',
    sign_on_url: IDP,
    wants_signed_requests: false,
    single_logout: '[]',
    certificates: '{}',
    scopes: '{}',
    scope_patterns: '{}',
    is_hidden: false,
  });
  for (const [id, name, staffId] of [
    [ADA, 'Ada', '000042'],
    [BOB, 'Bob', null],
  ])
    await insert('researcher', {
      id,
      institution_id: INSTITUTION,
      staff_id: staffId,
      display_name: name,
      consent: id === ADA ? 'active' : 'none',
      created_at: AT,
      signed_in_at: AT,
    });
  await insert('researcher_identity', {
    id: randomUUID(),
    institution_id: INSTITUTION,
    researcher_id: ADA,
    provider: IDP,
    identifier: 'ada',
  });
  await insert('connection', {
    id: ADAS_CONNECTION,
    institution_id: INSTITUTION,
    researcher_id: ADA,
    environment: 'local',
    orcid: ORCID,
    scopes: '{/read-limited,/activities/update}',
    access_token: await sealed('connection', ADAS_CONNECTION, 'adas-token'),
    refresh_token: await vault.seal(new Secret('refresh-token', 'adas-refresh-token'), {
      table: 'connection',
      row: ADAS_CONNECTION,
      ...own,
    }),
    connected_at: AT,
    checked_at: AT,
  });
  await insert('connection', {
    id: BOBS_CONNECTION,
    institution_id: INSTITUTION,
    researcher_id: BOB,
    environment: 'local',
    orcid: BOBS_ORCID,
    name: 'Bob',
    scopes: '{/activities/update}',
    connected_at: AT,
    checked_at: AT,
    ended_at: AT,
    ended_by: 'disconnected',
  });
  for (const [who, kind, orcid] of [
    [ADA, 'granted', ORCID],
    [BOB, 'granted', BOBS_ORCID],
    [BOB, 'disconnected', BOBS_ORCID],
  ])
    await insert('consent_event', {
      id: randomUUID(),
      institution_id: INSTITUTION,
      researcher_id: who,
      kind,
      orcid,
      scopes: '{/activities/update}',
      shown_text: 'What was asked.',
      at: AT,
    });
  await insert('retired_token', {
    id: RETIRED,
    institution_id: INSTITUTION,
    researcher_id: ADA,
    environment: 'local',
    orcid: ORCID,
    access_token: await sealed('retired_token', RETIRED, 'old-token'),
    retired_at: AT,
  });
  const job = {
    institution_id: INSTITUTION,
    organization_name: 'Example University',
    city: 'Pasadena',
    country: 'US',
    ror_id: 'https://ror.org/05dxps055',
    department: 'Library',
    role: 'Steward',
    start_date: '2021-03-01',
    changed_at: AT,
  };
  await insert('appointment', { ...job, id: JOB, staff_id: '000042', job_id: 'A-1' });
  await insert('appointment', { ...job, id: LEAVERS_JOB, staff_id: '000099', job_id: 'B-1', end_date: '2025-12-31' });
  const content = {
    ...WRITTEN,
    externalIds: [{ type: 'source-work-id', value: ITEM, relationship: 'self' }],
  };
  await insert('record_item', {
    id: ITEM,
    institution_id: INSTITUTION,
    connection_id: ADAS_CONNECTION,
    appointment_id: JOB,
    kind: 'employment',
    state: 'present',
    put_code: '4711',
    content,
    content_hash: WRITTEN_HASH,
    written_at: AT,
  });
  await insert('write_intent', {
    item_id: ITEM,
    institution_id: INSTITUTION,
    action: 'update',
    content,
    content_hash: WRITTEN_HASH,
    attempt: 1,
    begun_at: AT,
  });
  await insert('feed_import', {
    id: randomUUID(),
    institution_id: INSTITUTION,
    file_name: 'hr-export.csv',
    file_hash: 'a hash',
    imported_at: AT,
    counts: { rows: 2, added: 2, changed: 0, unchanged: 0, refused: 0, absent: 0 },
    refused: '[]',
  });
  await insert('access_key', {
    id: randomUUID(),
    institution_id: INSTITUTION,
    name: 'console',
    role: 'reader',
    key_hash: 'another hash',
    created_at: AT,
    expires_at: '2027-01-15T12:00:00Z',
  });
  await insert('session_record', { id_hash: 'of a session', data: {}, expires_at: AT, subject: 'ada' });
  await insert('one_time_record', { purpose: 'saml-assertion', key_hash: 'of one', payload: {}, expires_at: AT });
  await insert('rate_slot', { door: 'api', next_at: AT });
  await insert('write_lease', { subject: ORCID, holder: 'a process that is gone', until: AT });
  const event = { institution_id: INSTITUTION, at: AT };
  await insert('audit_event', {
    ...event,
    actor: 'researcher',
    action: 'researcher.signed-in',
    subject_id: ADA,
    detail: {},
  });
  await insert('audit_event', {
    ...event,
    actor: 'scheduler',
    action: 'item.created',
    subject_id: ITEM,
    detail: { kind: 'employment', putCode: '4711' },
  });
  await orm.close();
}
