import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type Institution, OrcidClientRepository, type Person } from '@ligature/persistence';
import { anInstitution, anOrcidClient, aPerson } from '@ligature/persistence/testing';
import { PortalInTest } from '../testing/portal-in-test.ts';

const HERE = 'localhost:3000';
const OTHER = 'other.example.edu';

describe('one request of a visitor', () => {
  let portal: PortalInTest;
  let orcid: Server;
  let example: Institution;
  let other: Institution;
  let ada: Person;

  beforeAll(async () => {
    orcid = createServer((_, response) => {
      response.setHeader('Content-Type', 'application/json').end(
        JSON.stringify({
          access_token: 'a-token',
          refresh_token: 'r-token',
          token_type: 'bearer',
          expires_in: 600,
          scope: '/activities/update /read-limited',
          name: 'Ada Example',
          orcid: anOrcidId(),
        }),
      );
    });
    await new Promise<void>((resolve) => orcid.listen(0, '127.0.0.1', resolve));
    const site = `http://127.0.0.1:${(orcid.address() as AddressInfo).port}`;
    portal = await PortalInTest.start({
      PORTAL_URL: `http://${HERE}`,
      ORCID_SITE_URL: site,
      ORCID_API_URL: `${site}/api`,
    });
    example = anInstitution({ name: 'Example University' });
    other = anInstitution({ name: 'Other Institute', publicUrl: `https://${OTHER}` });
    ada = aPerson(example);
    const client = anOrcidClient(example);
    await portal.app.get(OrcidClientRepository).keepSecret(client, 'local', new Secret('client-secret', 'secret'));
    client.becomeCurrent();
    await portal.store(example, other);
    await portal.store(client);
    await portal.store(ada);
  });

  afterAll(async () => {
    await portal.close();
    await new Promise((resolve) => orcid.close(resolve));
  });

  const signedIn = () => portal.session(example.id, { personId: ada.id, roles: [], csrfToken: 'token' });
  const reads = () => ({ institution: portal.reads('institution'), person: portal.reads('person') });

  it('reads the institution once for the home page, and nothing else of the database', async () => {
    const { status, text } = await portal.get('/', HERE);
    expect({ status, isOurs: text.includes('Example University') }).toEqual({ status: 200, isOurs: true });
    expect(portal.statements).toHaveLength(1);
  });

  it.each(['/connection', '/connect', '/connection/status'])(
    'reads the institution and the person once for %s',
    async (path) => {
      const { status } = await portal.get(path, HERE, await signedIn());
      expect([200, 303]).toContain(status);
      expect(reads()).toEqual({ institution: 1, person: 1 });
    },
  );

  it('reads the institution and the person once when the browser comes back from ORCID', async () => {
    const session = await signedIn();
    const begun = await portal.post('/connect', HERE, { _csrf: 'token' }, session);
    const state = new URL(begun.headers['location'] ?? '').searchParams.get('state') ?? '';
    const { status, headers } = await portal.get(`/orcid/callback?code=c&state=${state}`, HERE, session);
    expect([status, headers['location']]).toEqual([303, '/connect/confirm']);
    expect(reads()).toEqual({ institution: 1, person: 1 });
    const question = await portal.get('/connect/confirm', HERE, session);
    expect(reads()).toEqual({ institution: 1, person: 1 });
    const [, grant] = /name="grant" value="([^"]+)"/.exec(question.text) ?? [];
    const confirmed = await portal.post('/connect/confirm', HERE, { _csrf: 'token', grant }, session);
    expect([confirmed.status, confirmed.headers['location']]).toEqual([303, '/connection']);
    const page = await portal.get('/connection', HERE, session);
    expect(page.text).toContain(anOrcidId());
    expect(reads()).toEqual({ institution: 1, person: 1 });
    expect(portal.statements.filter((sql) => /access_token|refresh_token|client_secret|\*/.test(sql))).toEqual([]);
  });

  it('keeps the session as long as ORCID may take to send the person back', async () => {
    const session = await signedIn();
    await portal.post('/connect', HERE, { _csrf: 'token' }, session);
    const [{ minutes }] = (await portal.query<{ minutes: number }>(
      `select extract(epoch from max(expires_at) - now())::int / 60 as minutes from session_record
        where jsonb_exists(data, 'awaitsUntil')`,
    )) as [{ minutes: number }];
    expect(minutes).toBeGreaterThan(55);
  });

  it('asks nothing of the database for what is the same for everybody', async () => {
    await portal.get('/brand.css?color=%231d4f91', HERE);
    expect(portal.statements).toEqual([]);
  });

  describe('is for the institution whose host it was sent to', () => {
    it.each([
      ['as it is written', OTHER],
      ['in capitals', 'OTHER.Example.EDU'],
      ['with the port that its scheme has anyway', `${OTHER}:443`],
    ])('%s', async (_, host) => {
      const { status, text } = await portal.get('/', host);
      expect(status).toBe(200);
      expect(text).toContain('Other Institute');
      expect(text).not.toContain('Example University');
    });

    it('whatever path it has', async () => {
      const { status, text } = await portal.get('//other.example.edu//localhost:3000', HERE);
      expect(status).toBe(404);
      expect(text).toContain('Example University');
      expect(text).not.toMatch(/(href|action|src)="\/\//);
    });
  });

  describe('is nobody’s, and learns of no institution,', () => {
    it.each([
      ['at a host that is nobody’s', 'nobody.example.edu', {}],
      ['at another port', 'localhost:3001', {}],
      ['at the address of the machine', '127.0.0.1:3000', {}],
      ['with a closing dot', `${OTHER}.`, {}],
      ['with a user before the host', `user@${OTHER}`, {}],
      ['with two hosts', `${OTHER}, ${HERE}`, {}],
      ['where a stranger says it was forwarded', 'nobody.example.edu', { 'X-Forwarded-Host': HERE }],
    ])('%s', async (_, host, headers) => {
      for (const path of ['/', '/people', '/saml/metadata', '/institutions', '/x']) {
        const answer = await portal.get(path, host, headers);
        expect(answer.status).toBe(404);
        expect(answer.text).toBe('There is no such page.\n');
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    });

    it('when two institutions have no address of their own', async () => {
      const third = anInstitution({ name: 'Third' });
      await portal.store(third);
      expect((await portal.get('/', HERE)).status).toBe(404);
      expect((await portal.get('/', OTHER)).status).toBe(200);
      const { body } = (await portal.get('/health/ready', HERE)) as { body: unknown };
      expect(JSON.stringify(body)).toContain('institutions that need a publicUrl to have a portal: 2');
      await portal.execute('delete from institution where id = ?', [third.id]);
    });
  });

  it('has no session that was begun at another institution’s portal, though the cookie is right', async () => {
    const { Cookie } = await signedIn();
    const moved = { Cookie: Cookie.replace('ligature-session', '__Host-ligature-session') };
    expect((await portal.get('/connect', HERE, { Cookie })).text).toContain('Signed in as Ada Example');
    expect((await portal.get('/connect', OTHER, moved)).status).toBe(401);
    expect((await portal.get('/people', OTHER, moved)).text).not.toContain('Signed in as');
    expect((await portal.post('/sign-out', OTHER, { _csrf: 'token' }, moved)).status).toBe(403);
    expect((await portal.get('/connect', HERE, { Cookie })).status).toBe(200);
  });
});
