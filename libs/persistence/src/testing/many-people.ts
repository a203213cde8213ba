import { EntityManager } from '@mikro-orm/postgresql';
import type { TestModule } from './test-module.ts';

/** A table whose rows are made again with other values in these columns. */
interface Copied {
  readonly table: string;
  readonly values: Readonly<Record<string, string>>;
}

const id = (kind: string): string => `('01900000-0000-7000-${kind}-' || serial.hex)::uuid`;
const jobId = (kind: string): string =>
  `('01900000-0000-7000-${kind}' || lpad(job.place, 3, '0') || '-' || serial.hex)::uuid`;

/** Parents first. */
const COPIED: readonly Copied[] = [
  { table: 'person', values: { id: id('8001') } },
  { table: 'connection', values: { id: id('8002'), person_id: id('8001'), orcid: `'generated-' || serial.hex` } },
  { table: 'assertion', values: { id: jobId('9'), person_id: id('8001'), person_key: 'serial.hex' } },
  { table: 'record_item', values: { id: jobId('a'), connection_id: id('8002'), assertion_id: jobId('9') } },
];

/** The rows of one connection, so many times more. */
const copy = ({ table, values }: Copied, columns: readonly string[], connection: string, people: number): string => `
insert into ${table} (${columns.join(', ')})
select ${columns.map((column) => values[column] ?? `${table}.${column}`).join(', ')}
  from (select lpad(to_hex(n), 12, '0') as hex from generate_series(1, ${people}) n) serial
  cross join (select assertion.id, row_number() over (order by assertion.id)::text as place from assertion
                join connection on connection.person_id = assertion.person_id where connection.id = '${connection}') job
  join connection on connection.id = '${connection}'
  join person on person.id = connection.person_id
  join assertion on assertion.id = job.id
  join record_item on record_item.assertion_id = job.id
 where ${Object.values(values).some((value) => value.includes('job.')) ? 'true' : `job.place = '1'`}`;

/**
 * Makes an institution large: one connected person, whose items have their rows, so many times more. Statistics are
 * renewed, as they are after an import.
 */
export async function multiplyPeople(app: TestModule, connection: string, people: number): Promise<void> {
  const em = app.get(EntityManager).fork();
  for (const copied of COPIED) {
    const columns = await em.execute<{ name: string }[]>(
      `select column_name as name from information_schema.columns where table_name = ? and is_generated = 'NEVER'`,
      [copied.table],
    );
    const names = columns.map(({ name }) => name);
    await em.execute(copy(copied, names, connection, people));
  }
  await em.execute('analyze person, connection, assertion, record_item, write_intent');
}

/** States another role for the first job of so many of them. */
export async function changeJobs(app: TestModule, people: number): Promise<void> {
  await app
    .get(EntityManager)
    .fork()
    .execute(
      `update assertion set content = jsonb_set(content, '{role}', '"Professor"') where id in (
       select id from assertion where id::text like '01900000-0000-7000-9001-%' order by id limit ${people})`,
    );
}
