import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrateDatabase } from '../migrate-database.ts';
import { ormOptions } from '../orm-options.ts';

const TEMPLATE = 'ligature_template';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * An empty, migrated database of its own for one test file, copied from a template that the first test file of the run
 * migrates. Needs the server that tools/src/jest/start-postgres.ts started.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await connect(serverUrl());
  await server.em.transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(hashtext('${TEMPLATE}'))`);
    await makeTemplateOnce(server);
  });
  return createFrom(server, `template ${TEMPLATE}`);
}

/** What a backup has of a database that nobody is connected to. */
export async function copyTestDatabase({ url }: TestDatabase): Promise<TestDatabase> {
  return createFrom(await connect(serverUrl()), `template ${new URL(url).pathname.slice(1)}`);
}

/**
 * A database as an earlier version left it: migrated up to and with the named migration, empty.
 * @param upTo name of the last migration that version had, e.g. `0005-scope-patterns`
 */
export async function createEarlierDatabase(upTo: string): Promise<TestDatabase> {
  const database = await createFrom(await connect(serverUrl()));
  const orm = await MikroORM.init(ormOptions(database.url, 2));
  await orm.migrator.up({ to: upTo });
  await orm.close();
  return database;
}

async function createFrom(server: Awaited<ReturnType<typeof connect>>, source = ''): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.em.execute(`create database ${name} ${source}`);
  return {
    url: urlOf(name),
    drop: async () => {
      await server.em.execute(`drop database ${name} with (force)`);
      await server.close();
    },
  };
}

async function makeTemplateOnce(server: Awaited<ReturnType<typeof connect>>): Promise<void> {
  const em = server.em.fork({ clear: true, keepTransactionContext: false });
  const found = await em.getConnection().execute<object[]>(`select 1 from pg_database where datname = '${TEMPLATE}'`);
  if (found.length > 0) return;
  await em.getConnection().execute(`create database ${TEMPLATE}`);
  await migrateDatabase(urlOf(TEMPLATE));
}

function connect(url: string) {
  return MikroORM.init({
    clientUrl: url,
    entities: [],
    allowGlobalContext: true,
    discovery: { warnWhenNoEntities: false },
  });
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('No test PostgreSQL: this project’s jest.config.js needs `withPostgres`.');
  return url;
}
