import { readdirSync, readFileSync } from 'node:fs';
import { AdminClient } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import type { PlainVisitor } from '../support/plain-browser/plain-visitor.ts';
import { useStack } from '../support/stack-in-test.ts';

/** Each secret as it might be written somewhere. */
const formsOf = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
];

describe('secrets', () => {
  const context = useStack();
  const carried = new Set<string>();
  const pages: string[] = [];

  /** Notes what a browser carried that nobody else may learn, and what it was shown. */
  const note = ({ browser }: PlainVisitor) => {
    for (const { address, form, answer } of browser.steps) {
      const query = new URL(address).searchParams;
      const values = [form?.get('SAMLResponse'), query.get('code'), query.get('state')];
      for (const value of values) if (typeof value === 'string') carried.add(value);
      pages.push(answer.html);
    }
  };

  beforeAll(async () => {
    const { orcid } = context.stack;
    const amara = context.visitPlainly();
    await amara.connect('Amara Okafor');
    await amara.untilWritten();
    for (const { key, value } of await amara.browser.cookies.getCookies(context.stack.addresses.portal)) {
      if (key.startsWith('ligature-session')) carried.add(decodeURIComponent(value).slice(2).split('.')[0]!);
    }
    await amara.disconnect();

    await orcid.fault({ effect: 'server-error', method: 'POST', path: '/oauth/token', times: 1 });
    const jose = context.visitPlainly();
    await jose.signIn('José Muñoz Ibáñez');
    await jose.goToOrcid('José Muñoz Ibáñez');
    await jose.permit();
    note(jose);
    await orcid.fault({ effect: 'reset-after', method: 'POST', path: '/employment$', times: 1 });
    await jose.goToOrcid('José Muñoz Ibáñez');
    await jose.authorize();
    note(amara);
    note(jose);
    await orcid.revokeAsUser('several-jobs');
    await context.stack.command('run', 'token-health');
    await eventually(async () => {
      expect(
        await context.stack.database.query(`select 1 from connection where doubted_since is not null`),
      ).toHaveLength(1);
    });
    await context.stack.command('run', 'end-dates');
  });

  const expectNoneIn = (text: string, place: string) => {
    const secrets = [...context.stack.secrets(), ...carried];
    expect(secrets.length).toBeGreaterThan(10);
    const found = secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
    expect({ place, found }).toEqual({ place, found: [] });
  };

  it('stand in no log, not even at trace level', () => {
    const logs = context.stack.logs();
    expect(logs).toContain('/orcid/callback');
    expectNoneIn(logs, 'logs');
  });

  it('stand on no page of the portal', async () => {
    const { portal } = context.stack.addresses;
    const shown = pages.filter((html) => html.includes('portal.css')).join('\n');
    expect(shown).toContain('Amara Okafor');
    expectNoneIn(shown, portal);
    await Promise.resolve();
  });

  it('stand in no answer of the admin API, and its schema has no field for them', async () => {
    const admin = await AdminClient.create(context.stack);
    const { data: schema } = await admin.ask('{ __schema { types { name fields { name } } } }');
    expect(JSON.stringify(schema)).not.toMatch(/token|secret|password|"keyHash"/i);
    const { data, errors } = await admin.ask(
      '{ institution { id name } people { items { id displayName mail staffIds connection { id orcid name scopes checkedAt items { id putCode } } } } }',
    );
    expect(errors).toBeUndefined();
    expectNoneIn(JSON.stringify(data), 'GraphQL');
  });

  it('stand in no row of the database in the clear, the queue included', async () => {
    const tables = await context.stack.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => context.stack.database.query(`select row_to_json(t)::text as row from ${name} t`)),
    );
    const dump = JSON.stringify(rows);
    expect(dump).toContain('Amara Okafor');
    expect(dump).toContain('ciphertext');
    expectNoneIn(dump, 'database');
  });

  it('stand in no command line or process title of the machine', () => {
    const titles = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        } catch {
          return '';
        }
      });
    expect(titles.join('\n')).toContain('ligature-portal');
    expectNoneIn(titles.join('\n'), 'process titles');
  });
});
