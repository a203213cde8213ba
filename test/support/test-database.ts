import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** An empty database of its own, on the server of this test run. */
export interface TestDatabase {
  readonly url: string;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function createDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (server === undefined) throw new Error('Start through jest: its global setup brings the database server.');
  const name = `own_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    ...databaseAt(url.href),
    drop: async () => {
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

export function databaseAt(url: string): Pick<TestDatabase, 'query'> {
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await onServer<Row>(url, sql, values)).rows,
  };
}

/** Over a connection of its own: one that is kept idle gets an error when its database is dropped, and nobody listens. */
async function onServer<Row extends object>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query<Row>(sql, [...values]);
  } finally {
    await client.end();
  }
}
