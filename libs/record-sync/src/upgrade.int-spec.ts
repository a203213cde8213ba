import { randomUUID } from 'node:crypto';
import { TokenProvider, orcidConfigs } from '@ligature/connections';
import { OrcidDouble } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import {
  InstitutionRepository,
  migrateDatabase,
  OrcidClientRepository,
  PersonRepository,
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

const IDP = 'https://idp.example.edu';
const AT = '2026-01-15T12:00:00Z';
const [INSTITUTION, SOURCE, ADA, ADAS_CONNECTION, BOB] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];
const [JOB, LEAVERS_JOB, RETIRED] = [randomUUID(), randomUUID(), randomUUID()];
/** Fixed, since it is part of what the hash below is of. */
const ITEM = '01926f4e-0000-7000-8000-000000000001';
const ORCID = anOrcidId(77);

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

describe('a database of the version before, after its migration', () => {
  let app: TestModule;
  let orcid: OrcidDouble;
  let database: TestDatabase;
  const keys = aTokenKey();
  const env = () => ({ ...orcid.env, TOKEN_KEYS: keys, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64') });
  const sql = <T extends object>(query: string, ...values: unknown[]) =>
    app.get(EntityManager).fork().execute<T[]>(query, values);

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    database = await createEarlierDatabase('0005-scope-patterns');
    await fill(database.url, new TokenVault(Keyring.parse(keys)));
    await migrateDatabase(database.url);
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

  it('has nothing to write: the first sync makes no call for what is as wanted', async () => {
    await sql(`delete from write_intent`);
    await app.request(() => app.get(SyncRecord).run(ADAS_CONNECTION));
    expect(orcid.seen).toEqual([]);
    const institution = await app.request(() => app.get(InstitutionRepository).get(INSTITUTION));
    expect(await app.request(() => app.get(RecordSweep).syncDue(institution))).toEqual({ due: 0, doubted: 0, held: 0 });
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
    const [retired] = await sql<{ sealed_table: string; sealed_row: string }>(
      `select sealed_table, sealed_row from retired_token where id = ?`,
      RETIRED,
    );
    expect(retired).toEqual({ sealed_table: 'retired_token', sealed_row: RETIRED });
  });

  it('keeps the audit trail as it was, line by line', async () => {
    expect(await sql(`select action, actor, subject_id, detail from audit_event order by id`)).toEqual([
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

/** Rows as the version before wrote them. */
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
    connected_at: AT,
    checked_at: AT,
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
