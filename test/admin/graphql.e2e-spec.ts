import { AdminClient, type Answer } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

const LIST =
  'query ($first: Int!, $after: String) { people(first: $first, after: $after) { items { id displayName } pageInfo { hasNextPage endCursor } } }';

interface Page {
  readonly people: {
    readonly items: readonly { readonly id: string; readonly displayName: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

describe('the admin API', () => {
  const context = useStack();
  const NAMES = ['Amara Okafor', 'José Muñoz Ibáñez', '李明', 'Lena Brandt', 'Denis Petit'];
  /** Those who sign in, and those whom only the HR export knows. */
  const EVERYBODY = [...NAMES, 'Rúna Þórsdóttir', 'Ελένη Παπαδοπούλου', 'Inês Duarte', 'Kofi Mensah'];
  let admin: AdminClient;

  beforeAll(async () => {
    for (const name of NAMES) {
      const visitor = context.visitPlainly();
      await visitor.signIn(name);
    }
    admin = await AdminClient.create(context.stack, 'reader');
  });

  it.each([
    ['no key', undefined],
    ['a wrong key', 'lig_wrong'],
  ])('lets nobody in with %s', async (_, key) => {
    const { status, data, errors } = await new AdminClient(context.stack.addresses.adminApi, key).ask(
      '{ institution { name } }',
    );
    expect({ status, data: data ?? null, code: errors?.[0]?.extensions?.code }).toEqual({
      status: 401,
      data: null,
      code: 'UNAUTHENTICATED',
    });
  });

  it('lets nobody in with a key that has expired', async () => {
    await context.stack.database.query(
      `update access_key set expires_at = now() - interval '1 second' where name like 'test-%' and role = 'administrator'`,
    );
    const expired = await AdminClient.create(context.stack, 'administrator');
    await context.stack.database.query(
      `update access_key set expires_at = now() - interval '1 second' where role = 'administrator'`,
    );
    expect((await expired.ask('{ institution { name } }')).status).toBe(401);
  });

  it('goes through all people a page at a time, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await admin.ask(LIST, { first: 2, after });
      expect(errors).toBeUndefined();
      const { items, pageInfo } = (data as unknown as Page).people;
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map((item) => item.displayName));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.sort()).toEqual([...EVERYBODY].sort());
  });

  it('sees nothing of another institution, not even by id', async () => {
    const [other] = await context.stack.database.query<{ id: string }>(
      `insert into institution
       select (jsonb_populate_record(first, jsonb_build_object('id', gen_random_uuid(), 'slug', 'other'))).* from institution first
       returning id`,
    );
    const [stranger] = await context.stack.database.query<{ id: string }>(
      `insert into person (id, institution_id, display_name, department, categories, consent, created_at) values (gen_random_uuid(), $1, 'Stranger', '{}', '{}', 'none', now()) returning id`,
      [other!.id],
    );
    const { data } = await admin.ask('query ($id: ID!) { person(id: $id) { displayName } personCount }', {
      id: stranger!.id,
    });
    expect(data).toEqual({ person: null, personCount: EVERYBODY.length });
    await context.stack.database.query(`delete from person where institution_id = $1`, [other!.id]);
    await context.stack.database.query(`delete from institution where id = $1`, [other!.id]);
  });

  it('tells what the last import took and refused', async () => {
    const { data } = await admin.ask(
      '{ latestImport { fileName rows added refused refusedRows { line staffId reasons } } }',
    );
    expect(data).toEqual({
      latestImport: {
        fileName: 'hr-export.csv',
        rows: 13,
        added: 12,
        refused: 1,
        refusedRows: [
          {
            line: 12,
            staffId: '000424',
            reasons: [
              expect.stringContaining('Country "Germany" must be a two-letter code') as string,
              expect.stringContaining('ROR ID "https://ror.org/0exampe45"') as string,
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['a page of a thousand', '{ people(first: 1000) { items { id } } }', 'first must not be greater than 100'],
    ['a cursor of their own making', '{ people(after: "abc") { items { id } } }', 'not a cursor'],
    ['an id that is none', '{ person(id: "1") { id } }', 'uuid is expected'],
    ['a field that does not exist', '{ people { items { token } } }', 'Cannot query field'],
    [
      'sixteen aliases and more',
      `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: personCount`).join(' ')} }`,
      'Aliases limit',
    ],
  ])('refuses %s, and says why', async (_, query, reason) => {
    const { status, errors } = await admin.ask(query);
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(errors)).toContain(reason);
  });

  it.each([
    ['is too long', `{ ${'personCount '.repeat(1001)} }`, '1000 tokens'],
    ['is too deep', `{ ${'a { '.repeat(9)} b ${'} '.repeat(9)} }`, 'Query depth limit of 8 exceeded'],
    ['has too many directives', `{ personCount ${'@skip(if: false) '.repeat(60)} }`, 'Directives limit of 50 exceeded'],
    ['does not parse', '{ personCount', 'Syntax Error: Expected Name, found <EOF>'],
    ['is empty', '', 'non-empty'],
  ])(
    'takes a question that %s for a fault of its caller, says so, and does not log it as ours',
    async (_, query, why) => {
      const { status, errors } = await admin.ask(query);
      expect({ status, errors: JSON.stringify(errors) }).toEqual({
        status: 400,
        errors: expect.stringContaining(why) as string,
      });
      await untilLogged(await meetFault());
      expect(faultsLogged().filter((line) => line.includes('Syntax Error') || line.includes('limit of'))).toEqual([]);
    },
  );

  it.each([
    ['by GET', { method: 'GET', query: '?query={institution{name}}', headers: {} }],
    [
      'as a form',
      {
        method: 'POST',
        body: 'query={institution{name}}',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
    [
      'as plain text',
      { method: 'POST', body: '{"query":"{institution{name}}"}', headers: { 'content-type': 'text/plain' } },
    ],
    [
      'in a batch',
      { method: 'POST', body: '[{"query":"{institution{name}}"}]', headers: { 'content-type': 'application/json' } },
    ],
  ])('answers no question that comes %s', async (_, request) => {
    const { status, data } = await admin.send(request);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(data ?? null).toBeNull();
  });

  /** A fault of ours, and the answer to whoever met it. */
  const meetFault = async (): Promise<Answer> => {
    await context.stack.database.query(`alter table feed_import rename to feed_import_away`);
    const answer = await admin.ask('{ latestImport { id } }');
    await context.stack.database.query(`alter table feed_import_away rename to feed_import`);
    return answer;
  };
  const untilLogged = async ({ errors }: Answer): Promise<void> => {
    const incident = errors?.[0]?.extensions?.incident;
    await eventually(() => {
      expect(context.stack.logs()).toContain(incident);
    });
  };

  const faultsLogged = (): string[] =>
    context.stack
      .logs()
      .split('\n')
      .filter((line) => line.startsWith('{"level":50'));

  it('shows a code instead of a fault of ours, and the log has the rest', async () => {
    const answer = await meetFault();
    expect(answer.errors?.[0]?.message).toBe('Something went wrong here.');
    expect(JSON.stringify(answer.errors)).not.toContain('feed_import');
    await untilLogged(answer);
  });

  it('keeps mistakes of its callers out of the log of faults', async () => {
    await admin.ask('{ people(after: "abc") { items { id } } }');
    await untilLogged(await meetFault());
    expect(faultsLogged().length).toBeGreaterThan(0);
    expect(faultsLogged().filter((line) => line.includes('cursor'))).toEqual([]);
  });
});
