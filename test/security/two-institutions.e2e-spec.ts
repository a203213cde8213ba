import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AdminClient } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

const CLIENT = 'APP-INSTITUTE0000002';
const NAME = 'Institute of Other Things';
const HR = `staffId,jobId,organizationName,city,country,rorId,role,startDate
000417,B-1,${NAME},Berlin,DE,https://ror.org/0exampe44,Visiting Scholar,2025-01-01
`;

/** Two institutions in one deployment: one at `localhost`, the other at `127.0.0.1`, of the same processes and database. */
describe('two institutions in one deployment', () => {
  const context = useStack();
  let other: string;

  beforeAll(async () => {
    const { stack } = context;
    other = stack.addresses.portal.replace('localhost', '127.0.0.1');
    const given = JSON.parse(readFileSync(stack.institutionFile, 'utf8')) as {
      orcid: object;
      feed: object;
    };
    const folder = path.dirname(stack.institutionFile);
    const [file, people] = [path.join(folder, 'other.json'), path.join(folder, 'other.csv')];
    writeFileSync(people, HR);
    writeFileSync(
      file,
      JSON.stringify({
        ...given,
        slug: 'other',
        name: NAME,
        publicUrl: other,
        orcid: { ...given.orcid, clientId: CLIENT },
        branding: { color: '#7a1f5c', supportEmail: 'orcid@other.example' },
        feed: { ...given.feed, columns: {}, dates: 'iso', file: people },
      }),
    );
    await stack.command('set-up', file, people, '--yes');
  });

  const at = async (origin: string, route: string, cookie = ''): Promise<{ status: number; text: string }> => {
    const answer = await fetch(origin + route, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  };

  it('have each a portal of their own: name, colour, address of questions, entity id, logout address', async () => {
    const home = await at(other, '/');
    expect(home.text).toContain(NAME);
    expect(home.text).toContain('7a1f5c');
    expect(home.text).not.toContain('Example University');
    const metadata = (await at(other, '/saml/metadata')).text;
    expect(metadata).toContain(`entityID="${other}/saml/metadata"`);
    expect(metadata).toContain(`Location="${other}/saml/acs"`);
    expect(metadata).not.toContain('localhost');
    const ours = (await at(context.stack.addresses.portal, '/saml/metadata')).text;
    expect(ours).toContain(`entityID="${context.stack.addresses.portal}/saml/metadata"`);
    expect(ours).not.toContain('127.0.0.1');
  });

  it('have each people, keys and imports of their own', async () => {
    const { stack } = context;
    const question =
      '{ institution { name } personCount latestImport { fileName rows } people(first: 100) { items { id } } }';
    const ask = async (slug: string): Promise<Readonly<Record<string, unknown>>> => {
      const key = await stack.command('create-access-key', `${slug}-key`, '--institution', slug);
      const { data } = await new AdminClient(stack.addresses.adminApi, key.trim()).ask(question);
      return data ?? {};
    };
    const [theirs, ours] = [await ask('other'), await ask('example')];
    expect(theirs).toMatchObject({
      institution: { name: NAME },
      personCount: 1,
      latestImport: { fileName: 'other.csv', rows: 1 },
    });
    expect(ours).toMatchObject({
      institution: { name: 'Example University' },
      latestImport: { fileName: 'hr-export.csv' },
    });
    const idsOf = ({ people }: Readonly<Record<string, unknown>>): string[] =>
      (people as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(idsOf(ours)).not.toContain(idsOf(theirs)[0]);
  });

  it('do their tasks each for itself', async () => {
    const lines = await context.stack.command('run', 'end-dates', '--institution', 'other');
    expect(lines).toContain(NAME);
    expect(lines).not.toContain('Example University');
    await eventually(async () => {
      const jobs = await context.stack.database.query<{ groups: number }>(
        `select count(*)::int as groups from pgboss.job where name = 'sync-record' and group_id is null`,
      );
      expect(jobs[0]?.groups).toBe(0);
    });
  });

  it('are nobody’s at another name of the same machine', async () => {
    const { status, text } = await at(other.replace('127.0.0.1', '[::ffff:127.0.0.1]'), '/');
    expect({ status, text }).toEqual({ status: 404, text: 'There is no such page.\n' });
  });
});
