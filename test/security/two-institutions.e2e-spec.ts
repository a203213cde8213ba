import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { request } from 'undici';
import { AdminClient, type Answer } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';

const CLIENT = 'APP-INSTITUTE0000002';
const OUR_CLIENT = 'APP-EXAMPLE000000001';
const NAME = 'Institute of Other Things';
const HR = `staffId,jobId,organizationName,city,country,rorId,role,startDate
000417,B-1,${NAME},Berlin,DE,https://ror.org/0exampe44,Visiting Scholar,2025-01-01
`;

/** Two institutions in one deployment: one at `localhost`, the other at `127.0.0.1`, of the same processes and database. */
describe('two institutions in one deployment', () => {
  const context = useStack();
  let other: string;
  let otherHr: string;

  beforeAll(async () => {
    const { stack } = context;
    other = stack.addresses.portal.replace('localhost', '127.0.0.1');
    const given = JSON.parse(readFileSync(stack.institutionFile, 'utf8')) as {
      orcid: object;
      feed: object;
    };
    const folder = path.dirname(stack.institutionFile);
    const file = path.join(folder, 'other.json');
    otherHr = path.join(folder, 'other.csv');
    writeFileSync(otherHr, HR);
    writeFileSync(
      file,
      JSON.stringify({
        ...given,
        slug: 'other',
        name: NAME,
        publicUrl: other,
        orcid: { ...given.orcid, clientId: CLIENT },
        branding: { color: '#7a1f5c', supportEmail: 'orcid@other.example' },
        feed: { ...given.feed, columns: {}, dates: 'iso', file: otherHr },
      }),
    );
    await stack.command('set-up', file, otherHr, '--yes');
    for (const portal of [stack.addresses.portal, other]) {
      const amara = context.visitPlainly({ portal });
      await amara.connect('Amara Okafor');
      await amara.untilWritten();
    }
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

  /** The items on the record of somebody who is connected with both, by the client that wrote them. */
  const writtenBy = async (): Promise<Readonly<Record<string, { putCode: number; role: string | undefined }>>> => {
    const { items } = await context.stack.orcid.record('connects');
    const written = items.map(({ source, putCode, content }) => [
      source.kind === 'client' ? source.id : source.kind,
      { putCode, role: content['role-title'] },
    ]);
    expect(new Set(written.map(([clientId]) => clientId)).size).toBe(items.length);
    return Object.fromEntries(written) as Awaited<ReturnType<typeof writtenBy>>;
  };
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };
  /** Whose clients change items while a task runs, and until what it set off is done. */
  const writersDuring = async (task: string, slug: string, isDone: () => Promise<void>) => {
    const before = (await context.stack.orcid.calls()).length;
    const said = await context.stack.command('run', task, '--institution', slug);
    await eventually(isDone);
    const calls = (await context.stack.orcid.calls()).slice(before);
    const writers = calls.filter(({ url, method }) => url.includes('/employment') && method !== 'GET');
    return { said, writers: writers.map(({ method, clientId }) => `${method} by ${clientId ?? 'nobody'}`) };
  };

  it('write each with their own client on one and the same record, and only what they say themselves', async () => {
    expect(await writtenBy()).toMatchObject({
      [CLIENT]: { role: 'Visiting Scholar' },
      [OUR_CLIENT]: { role: 'Professor of Astrophysics' },
    });
  });

  it('do their tasks each for itself', async () => {
    const before = await writtenBy();
    change(otherHr, 'Visiting Scholar', 'Senior Scholar');
    change(context.stack.hrExport, 'Professor of Astrophysics', 'Professor of Cosmology');
    const theirs = { ...before, [CLIENT]: { ...before[CLIENT], role: 'Senior Scholar' } };
    const ours = { ...theirs, [OUR_CLIENT]: { ...before[OUR_CLIENT], role: 'Professor of Cosmology' } };

    const first = await writersDuring('import-people', 'other', async () => {
      expect(await writtenBy()).toEqual(theirs);
    });
    expect(first.said).toContain(NAME);
    expect(first.said).not.toContain('Example University');
    expect(first.writers).toEqual([`PUT by ${CLIENT}`]);

    const second = await writersDuring('import-people', 'example', async () => {
      expect(await writtenBy()).toEqual(ours);
    });
    expect(second.said).not.toContain(NAME);
    expect(second.writers).toEqual([`PUT by ${OUR_CLIENT}`]);

    const third = await context.stack.command('run', 'end-dates', '--institution', 'other');
    expect(third).toContain(NAME);
    expect(third).not.toContain('Example University');
  });

  it('have each jobs of their own, so that neither waits for the other', async () => {
    const jobs = await context.stack.database.query<{ group: string; slug: string; count: number }>(
      `select job.group_id = institution.id::text as "isOwn", institution.slug, count(*)::int > 0 as "isThere"
         from pgboss.job job
         join connection on connection.id::text = job.data ->> 'connectionId'
         join institution on institution.id = connection.institution_id
        where job.name = 'sync-record' group by 1, 2 order by 2`,
    );
    expect(jobs).toEqual([
      { isOwn: true, slug: 'example', isThere: true },
      { isOwn: true, slug: 'other', isThere: true },
    ]);
  });

  it('connect nobody when what ORCID answered to one of them is presented to the other', async () => {
    const { stack } = context;
    const connections = () =>
      stack.database.query(`select institution_id, person_id, orcid from connection order by id`);
    const before = await connections();
    const here = context.visitPlainly();
    const there = here.at(other);
    await here.signIn('José Muñoz Ibáñez');
    // The identity provider knows who is there.
    await there.open('/');
    await there.browser.click('main a.button:first');
    await there.goToOrcid('José Muñoz Ibáñez');
    await here.goToOrcid('José Muñoz Ibáñez');
    const callback = await here.authorizeAndStop();
    expect(callback.startsWith(`${stack.addresses.portal}/orcid/callback?`)).toBe(true);
    expect(await there.open(callback.replace(stack.addresses.portal, other))).toBe(400);
    expect(there.heading).toBe('This page has expired');
    expect(there.page.count('form[action="/connect/confirm"]')).toBe(0);
    for (const visitor of [here, there]) {
      await visitor.open('/connection');
      expect(new URL(visitor.url).pathname).toBe('/connect');
    }
    expect(await connections()).toEqual(before);
    expect(await stack.database.query(`select 1 from pending_grant`)).toEqual([]);
  });

  it('have each access keys that are refused at the host of the other', async () => {
    const { addresses } = context.stack;
    const key = (await context.stack.command('create-access-key', 'at-hosts', '--institution', 'example')).trim();
    const theirKey = (await context.stack.command('create-access-key', 'at-hosts', '--institution', 'other')).trim();
    const ask = async (given: string, host = new URL(addresses.adminApi).host) => {
      const { statusCode: status, body } = await request(`${addresses.adminApi}/graphql`, {
        method: 'POST',
        headers: { host, authorization: `Bearer ${given}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ institution { name } }' }),
      });
      return { status, ...((await body.json()) as Omit<Answer, 'status'>) };
    };
    const theirHost = new URL(other).host;
    expect(await ask(key, theirHost)).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await ask(theirKey, theirHost)).toEqual({ status: 200, data: { institution: { name: NAME } } });
    expect(await ask(key)).toEqual({ status: 200, data: { institution: { name: 'Example University' } } });
  });

  it('are nobody’s at another name of the same machine', async () => {
    const { status, text } = await at(other.replace('127.0.0.1', '[::ffff:127.0.0.1]'), '/');
    expect({ status, text }).toEqual({ status: 404, text: 'There is no such page.\n' });
  });
});
