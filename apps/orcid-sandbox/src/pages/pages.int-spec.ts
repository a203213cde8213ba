import { Browser } from '../../testing/browser.ts';
import { affiliation, notification } from '../../testing/bodies.ts';
import { at, send } from '../../testing/http-client.ts';
import { Running, UNIVERSITY } from '../../testing/running.ts';

let orcid: Running;
beforeAll(async () => {
  orcid = await Running.start();
});
afterAll(() => orcid.stop());
beforeEach(() => orcid.admin('POST', '/reset'));

async function signedIn(person: string, running = orcid): Promise<Browser> {
  const browser = new Browser(running.site);
  await browser.open('/signin');
  await browser.press(person);
  return browser;
}

async function keyword(person: string, content: string): Promise<void> {
  const body = { content };
  await orcid.member(`${await orcid.orcid(person)}/keywords`, {
    method: 'POST',
    token: await orcid.token(person),
    body,
  });
}

describe('the page of a record', () => {
  it('shows what was written, by whom and under which put-code, to anybody', async () => {
    await keyword('connects', 'pots & <pans>');
    const { text } = await send(`${orcid.site}/${await orcid.orcid('connects')}`, { accept: 'text/html' });
    expect(text).toContain('pots &amp; &lt;pans>');
    expect(text).toContain('Example University');
    expect(text).toMatch(/put-code <code>\d+<\/code>/);
    expect(text).not.toContain('Delete this item');
  });

  it('lets the person delete what a client wrote', async () => {
    await keyword('deletes-our-item', 'pots');
    const browser = await signedIn('Delia Weg');
    expect(browser.page).toContain('pots');
    await browser.press('Delete this item');
    expect(browser.page).toContain('Nothing has been added');
  });

  it('lets nobody else delete it', async () => {
    await keyword('deletes-our-item', 'pots');
    const owner = await signedIn('Delia Weg');
    const [, action = ''] = /action="([^"]*delete)"/.exec(owner.page) ?? [];
    const stranger = await signedIn('Dora Nein');
    const cookie = `orcid_sandbox=${stranger.cookie('orcid_sandbox') ?? ''}`;
    await send(orcid.site + action, {
      method: 'POST',
      body: '',
      type: 'application/x-www-form-urlencoded',
      headers: { cookie },
    });
    await owner.open(`/${await orcid.orcid('deletes-our-item')}`);
    expect(owner.page).toContain('pots');
  });

  it.each([
    ['application/json', 302],
    ['application/vnd.orcid+xml', 302],
    ['text/html,application/xml;q=0.9,*/*;q=0.8', 200],
    ['image/png', 200],
  ])('leads %s to the public API or stays: %d', async (accept, status) => {
    const iD = await orcid.orcid('connects');
    const reply = await send(`${orcid.site}/${iD}`, { accept });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('location')).toBe(status === 302 ? `${orcid.pub}/v3.0/${iD}` : null);
  });

  it('does not exist for an unknown iD', async () => {
    expect((await send(`${orcid.site}/0000-0000-0000-0000`, { accept: 'text/html' })).status).toBe(404);
  });
});

describe('words on the pages', () => {
  it('say what a person is there to try, and never a key', async () => {
    for (const path of ['/', '/signin']) {
      const { text } = await send(`${orcid.site}${path}`, { accept: 'text/html' });
      expect(text).toContain('Agrees, then takes access back under trusted organizations');
      expect(text).not.toContain('revokes-later');
    }
  });

  it('say in what state a record is and who sees it', async () => {
    const page = async (key: string) =>
      (await send(`${orcid.site}/${await orcid.orcid(key)}`, { accept: 'text/html' })).text;
    expect(await page('unclaimed')).toContain('Not claimed yet');
    expect(await page('merged-into')).toContain(`Merged into ${await orcid.orcid('connects')}`);
    expect(await page('trusted-parties-only')).toContain('<dt>New items shown to</dt><dd>Trusted parties</dd>');
  });

  it('lead from an item to the institution, but never to a script', async () => {
    const iD = await orcid.orcid('connects');
    const token = await orcid.token('connects');
    for (const url of ['https://www.example.edu/jobs/7', 'javascript:alert(1)']) {
      const body = affiliation({ url: { value: url } });
      await orcid.member(`${iD}/employment`, { method: 'POST', token, body });
    }
    const { text } = await send(`${orcid.site}/${iD}`, { accept: 'text/html' });
    expect(text).toContain('<a href="https://www.example.edu/jobs/7">https://www.example.edu/jobs/7</a>');
    expect(text).not.toContain('href="javascript:');
  });
});

describe('trusted organizations', () => {
  it('are one link away from the first page', async () => {
    const { text } = await send(orcid.site, { accept: 'text/html' });
    expect(text).toContain('<a href="/trusted-organizations">Trusted organizations</a>');
  });

  it('lose access after a question only', async () => {
    const token = await orcid.token('revokes-later');
    const iD = await orcid.orcid('revokes-later');
    const browser = await signedIn('Rex Later');
    await browser.open('/trusted-organizations');
    const [, question = ''] = /href="([^"]*revoke[^"]*)"/.exec(browser.page) ?? [];
    await browser.open(question.replaceAll('&amp;', '&'));
    expect(browser.page).toContain('Revoke the access of Example University?');
    expect(browser.page).toContain('<a href="/trusted-organizations">Keep access</a>');
    expect((await orcid.member(iD, { token })).status).toBe(200);
    await browser.press('Revoke access');
    expect(browser.page).toContain('Example University has no access any more.');
    expect((await orcid.member(iD, { token })).status).toBe(401);
  });
});

describe('the inbox', () => {
  it('says when a notice is archived and deleted, and lets the person archive it at once', async () => {
    await orcid.admin('POST', '/clock', { set: '2026-01-01T12:00:00Z' });
    const token = await orcid.token(undefined, ['/premium-notification'], UNIVERSITY);
    const path = `${await orcid.orcid('connects')}/notification-permission`;
    await orcid.member(path, { method: 'POST', token, body: notification() });
    const browser = await signedIn('Josiah S. Carberry');
    await browser.open('/inbox');
    expect(browser.page).toContain('Will be archived on 2026-07-01');
    expect(browser.page).toContain('Will be deleted on 2027-01-01');
    await browser.press('Archive');
    expect(browser.page).toContain('Archived on 2026-01-01');
  });

  it('shows permission notifications, which nobody can archive once they were read', async () => {
    const token = await orcid.token(undefined, ['/premium-notification'], UNIVERSITY);
    const path = `${await orcid.orcid('connects')}/notification-permission`;
    const created = await orcid.member(path, {
      method: 'POST',
      token,
      body: notification(),
    });
    const browser = await signedIn('Josiah S. Carberry');
    await browser.open('/inbox');
    expect(browser.page).toContain('Connect your iD');
    expect(browser.page).toContain('href="https://www.example.edu/connect"');
    const archived = await send(created.headers.get('location') ?? '', { method: 'DELETE', token });
    expect([archived.status, at(archived.json, 'error-code')]).toEqual([403, 9009]);
  });

  it('is for the person only', async () => {
    const browser = new Browser(orcid.site);
    await browser.open('/inbox');
    expect(browser.url).toBe(`${orcid.site}/signin?next=/inbox`);
  });
});

describe('signing in', () => {
  it('can do without a list of people', async () => {
    const strict = await Running.start({ listPeople: false });
    const iD = await strict.orcid('connects');
    const { text } = await send(`${strict.site}/signin`, { accept: 'text/html' });
    expect(text).not.toContain('Carberry');
    const pressed = await send(`${strict.site}/signin`, {
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
      body: `person=${iD}`,
    });
    expect([pressed.status, pressed.headers.get('set-cookie')]).toEqual([401, null]);
    await strict.stop();
  });

  it('never leads to another site', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const body = new URLSearchParams({ username: 'josiah@example.org', password: 'password', next }).toString();
      const type = 'application/x-www-form-urlencoded';
      const reply = await send(`${orcid.site}/signin`, { method: 'POST', type, body });
      expect([next, reply.headers.get('location')]).toEqual([next, '/my-orcid']);
    }
  });

  it('ends with signing out', async () => {
    const browser = await signedIn('Josiah S. Carberry');
    await browser.press('Sign out');
    await browser.open('/trusted-organizations');
    expect(browser.url).toContain('/signin');
  });
});
