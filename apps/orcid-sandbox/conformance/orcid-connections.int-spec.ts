import { Browser } from '../testing/browser.ts';
import { affiliation, notification } from '../testing/bodies.ts';
import { at, send } from '../testing/http-client.ts';
import { CALLBACK, Running, UNIVERSITY } from '../testing/running.ts';
import { claims, expectError } from './testing/claims.ts';

const DAY = 86_400;
const SCOPES = '/read-limited /activities/update';

const authorize = `/oauth/authorize?${new URLSearchParams({
  client_id: UNIVERSITY.id,
  response_type: 'code',
  scope: '/read-limited',
  redirect_uri: CALLBACK,
  state: 'abc',
}).toString()}`;

async function signedIn(running: Running, person: string, path = '/signin'): Promise<Browser> {
  const browser = new Browser(running.site);
  await browser.open(path);
  await browser.press(person);
  return browser;
}

const links = (page: string, words: string): string[] =>
  [...page.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)]
    .filter(([, , text]) => text === words)
    .map(([, href = '']) => href.replaceAll('&amp;', '&'));

const notices = async (running: Running): Promise<unknown[]> =>
  ((await running.admin('GET', '/notifications')).json as { isFromOrcid?: true }[]).filter((one) => one.isFromOrcid);
const run = (running: Running) => running.admin('POST', '/connection-notices/run');
const later = (running: Running, days: number) => running.admin('POST', '/clock', { advanceSeconds: days * DAY });

claims('connections that ORCID starts', (claim) => {
  const NOTICES = 'S: OrcidIntegrationMVPNotifications';

  claim.local("lead from the person's page to the client, without a state", 'I: institutional_signin.md', async () => {
    const running = await Running.start();
    const browser = await signedIn(running, 'Josiah S. Carberry');
    const [link = ''] = links(browser.page, 'Connect with Example University');
    const query = new URL(link).searchParams;
    expect([...query.keys()]).toEqual(['response_type', 'client_id', 'scope', 'redirect_uri']);
    expect([query.get('client_id'), query.get('scope')]).toEqual([UNIVERSITY.id, SCOPES]);
    await browser.open(link);
    const back = new URL((await browser.press('Authorize access')).headers.get('location') ?? '');
    expect([...back.searchParams.keys()]).toEqual(['code']);
    expect(back.href.startsWith(CALLBACK)).toBe(true);
    await running.stop();
  });

  claim.local('go to people with a verified address of the institution', NOTICES, async () => {
    const running = await Running.start({
      people: [
        { key: 'ours', givenNames: 'Ours', email: 'ours@example.org' },
        { key: 'unverified', givenNames: 'Un', emails: [{ address: 'un@example.org', verified: false }] },
        { key: 'elsewhere', givenNames: 'Else', email: 'else@example.com' },
        { key: 'has-token', givenNames: 'Has', email: 'has@example.org' },
      ],
    });
    await running.token('has-token');
    expect((await run(running)).json).toEqual({ sent: 1 });
    const browser = await signedIn(running, 'Ours');
    await browser.open('/inbox');
    const [link = ''] = links(browser.page, 'Connect with Example University');
    expect(new URL(link).searchParams.get('state')).toBeNull();
    await running.stop();
  });

  claim.local('are announced twice at most, ten days apart', NOTICES, async () => {
    const running = await Running.start({ people: [{ key: 'a', givenNames: 'Ada', email: 'a@example.org' }] });
    const sent = [];
    for (const days of [0, 9, 2, 30]) {
      await later(running, days);
      sent.push(at((await run(running)).json, 'sent'));
    }
    expect(sent).toEqual([1, 0, 1, 0]);
    await running.stop();
  });

  claim.local('are not seen by the client among its notifications', 'S: NotificationDao, by type', async () => {
    const running = await Running.start();
    await run(running);
    const token = await running.token(undefined, ['/premium-notification']);
    const path = `${await running.orcid('connects')}/notification-permission`;
    const [notice] = (await notices(running)) as { putCode: number; orcid: string }[];
    expect(at((await running.member(path, { token })).json, 'notification')).toEqual([]);
    const one = `${notice?.orcid ?? ''}/notification-permission/${String(notice?.putCode)}`;
    expectError(await running.member(one, { token }), 404, 9029);
    await running.stop();
  });
});

claims('the inbox', (claim) => {
  const TIMES = 'S: PR 7454, 2026-02-20';

  claim.local('archives a notice after 181 days and deletes it after 365', TIMES, async () => {
    const running = await Running.start();
    const token = await running.token(undefined, ['/premium-notification']);
    const path = `${await running.orcid('connects')}/notification-permission`;
    const created = await running.member(path, { method: 'POST', token, body: notification() });
    const location = created.headers.get('location') ?? '';
    const archived = async () => at((await send(location, { token })).json, 'archived-date');
    await later(running, 180);
    expect(await archived()).toBeNull();
    await later(running, 1);
    expect(await archived()).toEqual(expect.any(Number));
    await later(running, 184);
    expectError(await send(location, { token }), 404, 9029);
    expect(at((await running.member(path, { token })).json, 'notification')).toEqual([]);
    await running.stop();
  });
});

claims('the offer to add an affiliation', (claim) => {
  const OFFER = 'NG: login-affiliation-interstitials-manager.service.ts';
  const title = 'Add this affiliation to your record?';
  const organizations = [
    {
      name: 'Example University',
      city: 'Berlin',
      country: 'DE',
      identifiers: [{ source: 'ROR' as const, value: 'https://ror.org/0exampe44' }],
      domains: ['example.org'],
    },
  ];
  const employments = async (running: Running): Promise<unknown[]> => {
    const { json } = await running.admin('GET', `/record/${await running.orcid('connects')}`);
    return (at(json, 'items') as unknown[]).filter((item) => at(item, 'section') === 'employment');
  };

  claim.local('comes between consent and callback, and makes a twin of what the client adds', OFFER, async () => {
    const running = await Running.start({ organizations });
    const browser = await signedIn(running, 'Josiah S. Carberry', authorize);
    expect((await browser.press('Authorize access')).headers.get('location')).toBeNull();
    expect(browser.page).toContain(title);
    const reply = await browser.press('Add to my record', { 'role-title': 'Professor' });
    expect(reply.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/callback\?code=\w{6}&state=abc$/);
    const iD = await running.orcid('connects');
    const token = await running.token('connects');
    await running.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
    const twins = await employments(running);
    expect(twins.map((item) => at(item, 'source', 'kind'))).toEqual(['person', 'client']);
    expect(at(twins[0], 'content')).toMatchObject({
      'role-title': 'Professor',
      organization: { name: 'Example University' },
    });
    await running.stop();
  });

  claim.local('is made once, whether it is accepted or not', OFFER, async () => {
    const running = await Running.start({ organizations });
    const browser = await signedIn(running, 'Josiah S. Carberry', authorize);
    await browser.press('Authorize access');
    const reply = await browser.press('Continue without adding');
    expect(reply.headers.get('location')).toContain('code=');
    expect(await employments(running)).toEqual([]);
    await browser.open(authorize);
    expect((await browser.press('Authorize access')).headers.get('location')).toContain('code=');
    await running.stop();
  });

  claim.local('is not made to people who have an employment', OFFER, async () => {
    const running = await Running.start({ organizations });
    const token = await running.token('connects');
    const body = affiliation();
    await running.member(`${await running.orcid('connects')}/employment`, { method: 'POST', token, body });
    const browser = await signedIn(running, 'Josiah S. Carberry', authorize);
    expect((await browser.press('Authorize access')).headers.get('location')).toContain('code=');
    await running.stop();
  });

  claim.local('gives no way back to a client without the consent before it', 'our choice', async () => {
    const running = await Running.start({ organizations });
    const browser = await signedIn(running, 'Josiah S. Carberry');
    const cookie = `orcid_sandbox=${browser.cookie('orcid_sandbox') ?? ''}`;
    const body = new URLSearchParams({ request: authorize.split('?')[1] ?? '', choice: 'add' }).toString();
    const type = 'application/x-www-form-urlencoded';
    const reply = await send(`${running.site}/oauth/interstitial`, { method: 'POST', type, body, headers: { cookie } });
    expect(reply.headers.get('location')).toMatch(/^\/oauth\/authorize\?/);
    await running.stop();
  });
});
