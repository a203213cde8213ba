import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ItemsFile, ItemsImport } from '@ligature/assertions';
import { Connections, orcidConfigs } from '@ligature/connections';
import type { RecordAccess } from '@ligature/orcid-client';
import { type SandboxProcess, US } from '@ligature/orcid-client/testing';
import {
  type Connection,
  type Institution,
  InstitutionRepository,
  OrcidClientRepository,
  type OrcidClient,
  Person,
  TokenVault,
} from '@ligature/persistence';
import {
  aConnection,
  anInstitution,
  anOrcidClient,
  aPerson,
  aStaffId,
  aTokenKey,
  createTestDatabase,
  type TestDatabase,
  TestModule,
} from '@ligature/persistence/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { RecordCheck } from '../record-check.ts';
import { RecordSyncConfig } from '../record-sync.config.ts';
import { RecordSyncModule } from '../record-sync.module.ts';
import { SyncRecord } from '../sync-record.ts';

const STAFF_ID = '000420';
const TOKEN_KEY = aTokenKey();
const SLUG = 'example-university';

/** One line of an items file. */
export type ItemLine = Readonly<Record<string, unknown>> & { readonly rowId: string };

/** The documented example of every section. */
export const EXAMPLES: readonly ItemLine[] = readFileSync(
  new URL('../../../../docs/items-file.md', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('{"staffId"') && !line.includes('withdraw'))
  .map((line) => JSON.parse(line) as ItemLine);

interface Kept {
  readonly row: string;
  readonly state: string;
  readonly putCode: string | null;
}

/** The library wired as in the product, over a database that can be copied or lost, and the local ORCID. */
export class RecordKeeper {
  private constructor(
    readonly app: TestModule,
    private readonly database: TestDatabase,
  ) {}

  /** @param database an empty one unless given */
  static async start(orcid: SandboxProcess, database?: TestDatabase): Promise<RecordKeeper> {
    const own = database ?? (await createTestDatabase());
    const app = await TestModule.start({
      imports: [RecordSyncModule],
      configs: [...orcidConfigs, RecordSyncConfig],
      env: { ...orcid.env, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64'), TOKEN_KEYS: TOKEN_KEY },
      database: { url: own.url, drop: () => Promise.resolve() },
    });
    return new RecordKeeper(app, own);
  }

  /**
   * The same institution and person, however often their database is made anew.
   * @param former clients that the institution had before
   */
  async connect(access: RecordAccess, client = US, former: readonly (typeof US)[] = []): Promise<Connection> {
    const institution = anInstitution({ slug: SLUG });
    await this.app.store(institution);
    for (const one of former) await this.register(institution, one);
    const person = aPerson(institution);
    await this.app.store(person, aStaffId(person, STAFF_ID));
    return this.connectPerson(person, await this.register(institution, client), access);
  }

  /** A client of the institution's, which people connect under from now on. */
  async register(institution: Institution, { clientId, clientSecret } = US): Promise<OrcidClient> {
    const client = anOrcidClient(institution, clientId);
    await this.app.get(OrcidClientRepository).keepSecret(client, institution.orcidEnvironment, clientSecret);
    await this.sql(`update orcid_client set is_current = false`);
    await this.app.store(client);
    return client;
  }

  async connectPerson(person: Person, client: OrcidClient, { orcid, token }: RecordAccess): Promise<Connection> {
    const connection = aConnection(person, client, { orcid });
    const { id: row, environment } = connection;
    connection.scopes = ['/read-limited', '/activities/update', '/person/update'];
    const context = { table: 'connection', row, owner: person.id, orcid, environment } as const;
    connection.accessToken = await this.app.get(TokenVault).seal(token, context);
    await this.app.store(connection);
    return connection;
  }

  /** The person connects again, under another client. */
  async connectAgain(former: Connection, { orcid, token }: RecordAccess, client = US): Promise<Connection> {
    const institution = await this.app.request(() => this.institution());
    const { clientId } = await this.register(institution, client);
    const person = await this.app.request(() =>
      this.app.get(EntityManager).findOneOrFail(Person, { id: former.personId }),
    );
    const scopes = ['/read-limited', '/activities/update', '/person/update'] as const;
    const more = { name: null, refreshToken: null, expiresAt: new Date('2046-01-01') };
    const grant = { orcid, clientId, scopes, accessToken: token, ...more };
    const outcome = await this.app.request(() =>
      this.app.get(Connections).connect(institution, person, grant, '2026-11/en'),
    );
    if (outcome.kind !== 'connected') throw new Error(outcome.kind);
    return outcome.connection;
  }

  async state(lines: readonly ItemLine[]): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'record-keeper-'));
    const file = path.join(folder, 'items.ndjson');
    const texts = lines.map((line) => JSON.stringify({ ...line, staffId: STAFF_ID }));
    writeFileSync(file, `${texts.join('\n')}\n`);
    const institution = await this.app.request(() => this.institution());
    const outcome = await this.app.request(() =>
      this.app.get(ItemsImport).import(institution, new ItemsFile(file), { again: true }),
    );
    rmSync(folder, { recursive: true });
    if (outcome.kind !== 'imported' || outcome.report.counts.refused > 0) throw new Error('The items were refused.');
  }

  sync({ id }: Connection): Promise<void> {
    return this.app.request(() => this.app.get(SyncRecord).run(id));
  }

  check({ id }: Connection): Promise<void> {
    return this.app.request(() => this.app.get(RecordCheck).check(id));
  }

  sql<T extends object>(query: string, ...values: unknown[]): Promise<T[]> {
    return this.app.get(EntityManager).fork().execute<T[]>(query, values);
  }

  /** What we know of the items of a record. */
  known({ id }: Connection): Promise<Kept[]> {
    return this.sql(
      `select assertion.row_key as row, item.state, item.put_code::text as "putCode"
         from record_item item join assertion on assertion.id = item.assertion_id
        where item.connection_id = ? order by assertion.row_key`,
      id,
    );
  }

  /** Ends the process. @returns its database, as it left it */
  async stop(): Promise<TestDatabase> {
    await this.app.close();
    return this.database;
  }

  private async institution(): Promise<Institution> {
    const found = await this.app.get(InstitutionRepository).findBySlug(SLUG);
    if (found === null) throw new Error('Nobody is connected yet.');
    return found;
  }
}
