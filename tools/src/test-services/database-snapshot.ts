import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from './server-database.ts';

const KEPT = 'as_set_up';
const QUEUE = 'pgboss.job';
const ATTEMPTS = 100;

/** The rows of a database as they were once, to come back to: its tables are emptied and filled again. */
export class DatabaseSnapshot {
  private readonly url: string;

  private constructor(url: string) {
    this.url = url;
  }

  static async take(url: string): Promise<DatabaseSnapshot> {
    const snapshot = new DatabaseSnapshot(url);
    await withClient(url, async (client) => {
      await client.query(`create schema ${KEPT}`);
      for (const { name } of await tablesOf(client)) {
        await client.query(`create table ${KEPT}."${name}" as table public."${name}"`);
      }
    });
    return snapshot;
  }

  /** Waits for jobs at work, so that none writes into the database afterwards; jobs that wait are gone. */
  async restore(): Promise<void> {
    await withClient(this.url, async (client) => {
      // Foreign keys, and the triggers that keep the audit trail from being changed, are for the product.
      await client.query(`set session_replication_role = replica; set lock_timeout = '2s'`);
      const tables = await tablesOf(client);
      for (let attempt = 1; !(await this.tryToRestore(client, tables)); attempt++) {
        if (attempt === ATTEMPTS) throw new Error('Jobs are still at work.');
        await setTimeout(100);
      }
    });
  }

  private async tryToRestore(client: pg.Client, tables: readonly Table[]): Promise<boolean> {
    await client.query('begin');
    try {
      await client.query(`lock table ${QUEUE} in access exclusive mode`);
      const { rowCount } = await client.query(`select 1 from ${QUEUE} where state = 'active' limit 1`);
      if (rowCount === 0) await client.query(restoring(tables));
      await client.query(rowCount === 0 ? 'commit' : 'rollback');
      return rowCount === 0;
    } catch (error) {
      await client.query('rollback');
      // Somebody reads a table for long, or waits for us as we wait for them.
      if (['55P03', '40P01'].includes((error as { code?: string }).code ?? '')) return false;
      throw error;
    }
  }
}

interface Table {
  readonly name: string;
  /** Quoted, with commas; without those that PostgreSQL fills in itself. */
  readonly columns: string;
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select t.table_name as name, string_agg(quote_ident(c.column_name), ', ') as columns
       from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.is_generated = 'NEVER'
      group by t.table_name`,
  );
  return rows;
}

function restoring(tables: readonly Table[]): string {
  const names = tables.map(({ name }) => `public."${name}"`).join(', ');
  const fills = tables.map(
    ({ name, columns }) =>
      `insert into public."${name}" (${columns}) overriding system value select ${columns} from ${KEPT}."${name}"`,
  );
  return [`truncate ${names}, ${QUEUE}`, ...fills].join(';\n');
}
