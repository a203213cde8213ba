import { orcidConfigs } from '@ligature/connections';
import { OrcidDouble, type ScriptedAnswer, type SeenRequest } from '@ligature/orcid-client/testing';
import { type AccessToken, type OrcidId, Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import {
  type Assertion,
  type Connection,
  type Institution,
  OrcidClientRepository,
  type OrcidClient,
  type Person,
  TokenVault,
} from '@ligature/persistence';
import {
  aConnection,
  anAssertion,
  anInstitution,
  anOrcidClient,
  aPerson,
  aStaffId,
  TestModule,
} from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { RecordCheck } from '../record-check.ts';
import { RecordSweep, type SweepResult } from '../record-sweep.ts';
import { RecordSyncConfig } from '../record-sync.config.ts';
import { RecordSyncModule } from '../record-sync.module.ts';
import { RecordViewModule } from '../record-view.module.ts';
import { SyncRecord } from '../sync-record.ts';

type AssertionFacts = Partial<ConstructorParameters<typeof Assertion>[0]>;

/** Somebody who is connected, and what is needed to do things with their record. */
export interface Connected {
  readonly institution: Institution;
  readonly client: OrcidClient;
  readonly person: Person;
  readonly connection: Connection;
}

/** The library wired as in the product, over a database of its own and an ORCID that answers by script. */
export class SyncFixture {
  readonly clock = new StoppedClock('2026-03-01T12:00:00Z');
  private people = 0;

  private constructor(
    readonly app: TestModule,
    readonly orcid: OrcidDouble,
    clock: StoppedClock,
  ) {
    this.clock = clock;
  }

  static async start(env: Readonly<Record<string, string>> = {}): Promise<SyncFixture> {
    const orcid = await OrcidDouble.start();
    const clock = new StoppedClock('2026-03-01T12:00:00Z');
    const app = await TestModule.start({
      imports: [RecordSyncModule, RecordViewModule],
      configs: [...orcidConfigs, RecordSyncConfig],
      env: { ...orcid.env, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64'), ...env },
      clock,
    });
    return new SyncFixture(app, orcid, clock);
  }

  /** To be called before each test: nothing is left of the one before. */
  reset(): void {
    this.orcid.willAlwaysAnswer(/^\/oauth\/token$/, CLIENT_TOKEN);
    this.readsRecordsAs({ status: 200, body: { address: [] } });
    this.orcid.seen.splice(0);
    this.orcid.forget();
    this.clock.moveTo('2026-03-01T12:00:00Z');
  }

  /** What the client learns of a record in its own name: the other question after a refused token. */
  readsRecordsAs(answer: ScriptedAnswer): void {
    this.orcid.willAlwaysAnswer(/\/address$/, answer);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.orcid.stop();
  }

  async institution(given: Parameters<typeof anInstitution>[0] = {}): Promise<{
    institution: Institution;
    client: OrcidClient;
  }> {
    const institution = anInstitution(given);
    await this.app.store(institution);
    return { institution, client: await this.client(institution, 'APP-EXAMPLE000000001') };
  }

  /** A client of the institution, which becomes the current one. */
  async client(institution: Institution, clientId: string): Promise<OrcidClient> {
    const client = anOrcidClient(institution, clientId);
    const secret = new Secret('client-secret', 'hush');
    await this.app.get(OrcidClientRepository).keepSecret(client, institution.orcidEnvironment, secret);
    await this.sql(`update orcid_client set is_current = false where institution_id = ?`, institution.id);
    await this.app.store(client);
    return client;
  }

  /** A connected person of an institution of their own, with the given assertions. */
  async someone(...assertions: AssertionFacts[]): Promise<Connected> {
    return this.someoneOf(await this.institution(), ...assertions);
  }

  async someoneOf(
    { institution, client }: { institution: Institution; client: OrcidClient },
    ...assertions: AssertionFacts[]
  ): Promise<Connected> {
    const serial = ++this.people;
    const personKey = String(serial).padStart(6, '0');
    const person = aPerson(institution);
    const connection = await this.sealed(person, client, anOrcidId(serial));
    const rows = assertions.map((given, at) => anAssertion(person, { personKey, rowKey: String(at), ...given }));
    await this.app.store(person, aStaffId(person, personKey), connection, ...rows);
    return { institution, client, person, connection };
  }

  /** A connection whose token can be opened. */
  async sealed(person: Person, client: OrcidClient, orcid: OrcidId, token = 'tok'): Promise<Connection> {
    const connection = aConnection(person, client, { orcid });
    const { id: row, environment } = connection;
    const context = { table: 'connection', row, owner: person.id, orcid, environment } as const;
    const secret: AccessToken = new Secret('access-token', token);
    connection.accessToken = await this.app.get(TokenVault).seal(secret, context);
    return connection;
  }

  /** Unless a list is scripted, the jobs stand there of which we know, and nothing else. */
  async sync({ connection }: Pick<Connected, 'connection'>): Promise<void> {
    this.orcid.standsThere(recordWith(await this.known(connection.id)));
    try {
      await this.app.request(() => this.app.get(SyncRecord).run(connection.id));
    } finally {
      this.orcid.standsThere(undefined);
    }
  }

  /** The jobs that any client wrote on the record of a connection. */
  private known(connectionId: string): Promise<Standing[]> {
    return this.sql<Standing>(
      `select item.put_code::int as "putCode", item.self_id as "selfId", client.client_id as client
         from connection asked
         join connection written on written.person_id = asked.person_id and written.orcid = asked.orcid
         join orcid_client client on client.id = written.orcid_client_id
         join record_item item on item.connection_id = written.id
        where asked.id = ? and item.section = 'employment' and item.state = 'present' and item.put_code is not null`,
      connectionId,
    );
  }

  check({ connection }: Pick<Connected, 'connection'>): Promise<void> {
    return this.app.request(() => this.app.get(RecordCheck).check(connection.id));
  }

  sweep({ institution }: Pick<Connected, 'institution'>): Promise<SweepResult> {
    return this.app.request(() => this.app.get(RecordSweep).syncDue(institution));
  }

  sql<T extends object>(query: string, ...values: unknown[]): Promise<T[]> {
    return this.app.get(EntityManager).fork().execute<T[]>(query, values);
  }

  /** Changes what is asserted of a person, as a feed would. */
  async assert({ person }: Connected, set: string, ...values: unknown[]): Promise<void> {
    await this.sql(`update assertion set ${set} where person_id = ?`, ...values, person.id);
  }

  items({
    connection,
  }: Pick<Connected, 'connection'>): Promise<
    { id: string; self_id: string; state: string; put_code: string | null; problem: { code: string } | null }[]
  > {
    return this.sql(
      `select item.id, item.self_id, item.state, item.put_code, item.problem from record_item item
        join assertion on assertion.id = item.assertion_id where connection_id = ? order by assertion.row_key`,
      connection.id,
    );
  }

  async states(connected: Pick<Connected, 'connection'>): Promise<string[]> {
    return (await this.items(connected)).map(({ state }) => state);
  }

  intents({ connection }: Connected): Promise<{ action: string }[]> {
    return this.sql(
      `select action from write_intent where item_id in (select id from record_item where connection_id = ?)`,
      connection.id,
    );
  }

  async audit({ connection }: Connected): Promise<string[]> {
    const rows = await this.sql<{ action: string }>(
      `select action from audit_event where subject_id in (select id from record_item where connection_id = ?) order by id`,
      connection.id,
    );
    return rows.map(({ action }) => action);
  }

  /** What ORCID was asked for records with people's tokens, without the iD, but for the look before the first creation. */
  calls(): string[] {
    return this.asked().map(({ method, path }) => `${method} ${path.replace(/^\/v3.0\/[^/]+/, '')}`);
  }

  /** The same, as it came. */
  asked(): SeenRequest[] {
    return this.orcid.seen.filter(({ path, isLook }) => isLook !== true && !/^\/oauth\/|\/address$/.test(path));
  }
}

const CLIENT_TOKEN: ScriptedAnswer = {
  status: 200,
  body: { access_token: 'client-token', token_type: 'bearer', expires_in: 631_138_518, scope: '/read-public' },
};

/** A record, or any of its lists, on which these jobs stand and nothing else. */
function recordWith(jobs: readonly Standing[]): ScriptedAnswer {
  const employments = listOf(jobs);
  const body = {
    'activities-summary': { employments },
    person: { addresses: null },
    ...employments,
    group: [],
    keyword: [],
    address: [],
    'researcher-url': [],
    'external-identifier': [],
    'other-name': [],
  };
  return { status: 200, body };
}

export function created(putCode: number, section = 'employment'): ScriptedAnswer {
  return { status: 201, headers: { Location: `https://api/x/${section}/${putCode}` } };
}

export const ok: ScriptedAnswer = { status: 200, body: {} };
export const deleted: ScriptedAnswer = { status: 204 };

export function orcidError(status: number, code: number, message = ''): ScriptedAnswer {
  return { status, body: { 'error-code': code, 'developer-message': message, 'user-message': message } };
}

export interface Standing {
  readonly putCode: number;
  readonly selfId?: string;
  readonly client?: string;
}

/** ORCID's list of employments. */
export function employments(...items: Standing[]): ScriptedAnswer {
  return { status: 200, body: listOf(items), isList: true };
}

/** ORCID's whole record, with employments and nothing else. */
export function record(...items: Standing[]): ScriptedAnswer {
  const body = { 'activities-summary': { employments: listOf(items) }, person: { addresses: null } };
  return { status: 200, body, isList: true };
}

/** ORCID's answer for one employment. */
export function employment(putCode: number): ScriptedAnswer {
  return { status: 200, body: summaryOf({ putCode }) };
}

function listOf(items: readonly Standing[]): object {
  return { 'affiliation-group': items.map((item) => ({ summaries: [{ 'employment-summary': summaryOf(item) }] })) };
}

function summaryOf({ putCode, selfId = 'x', client = 'APP-EXAMPLE000000001' }: Standing): object {
  return {
    'put-code': putCode,
    source: { 'source-client-id': { path: client } },
    'external-ids': {
      'external-id': [{ 'external-id-value': selfId, 'external-id-relationship': 'self' }],
    },
  };
}
