import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Makes an empty database. @param server address of any database of the same server @returns its address */
export async function createDatabase(server: string): Promise<string> {
  const name = `stack_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(server: string, url: string): Promise<void> {
  await execute(server, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
}

async function execute(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}

/** Over a connection of its own: one that is kept gets an error when its database is dropped. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
