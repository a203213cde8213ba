import { Browser } from '../../testing/browser.ts';
import { at, send, sendForm } from '../../testing/http-client.ts';
import { CALLBACK, PUBLIC_CLIENT, Running, UNIVERSITY } from '../../testing/running.ts';

let orcid: Running;
beforeAll(async () => {
  orcid = await Running.start();
});
afterAll(() => orcid.stop());

const authorizeUrl = (over: Record<string, string> = {}): string =>
  `/oauth/authorize?${new URLSearchParams({
    client_id: UNIVERSITY.id,
    response_type: 'code',
    scope: '/read-limited /activities/update',
    redirect_uri: CALLBACK,
    state: 'xyz',
    ...over,
  }).toString()}`;

const exchange = (code: string) =>
  sendForm(`${orcid.site}/oauth/token`, {
    client_id: UNIVERSITY.id,
    client_secret: UNIVERSITY.secret,
    grant_type: 'authorization_code',
    code,
    redirect_uri: CALLBACK,
  });

const signedIn = async (person: string, path = authorizeUrl()): Promise<Browser> => {
  const browser = new Browser(orcid.site);
  await browser.open(path);
  await browser.press(person);
  return browser;
};

describe('a client of the implicit flow that asks for more than who somebody is', () => {
  it('is refused where the settings say so', async () => {
    const strict = await Running.start({ oauth: { implicitScopes: 'refuse' } });
    const wide = authorizeUrl({ response_type: 'token', scope: 'openid /read-limited' });
    const reply = await new Browser(strict.site).open(wide);
    expect(reply.headers.get('location')).toBe(`${CALLBACK}#error=invalid_scope`);
    await strict.stop();
  });
});

describe('a client whose secret was reset where no old secret is good', () => {
  it('has the new one at once, and only that', async () => {
    const strict = await Running.start({ oauth: { oldSecretSeconds: 0 } });
    await strict.admin('POST', `/clients/${UNIVERSITY.id}/reset-secret`, { secret: 'second' });
    const statusWith = async (client_secret: string) => {
      const form = { grant_type: 'client_credentials', scope: '/read-public', client_id: UNIVERSITY.id };
      return (await sendForm(`${strict.site}/oauth/token`, { ...form, client_secret })).status;
    };
    expect([await statusWith('second'), await statusWith(UNIVERSITY.secret)]).toEqual([200, 401]);
    await strict.stop();
  });
});

describe('a person who is asked for permission', () => {
  it('signs in by iD and password, agrees, and comes back with a code and the state', async () => {
    const browser = new Browser(orcid.site);
    await browser.open(authorizeUrl());
    await browser.press('Sign in', { username: await orcid.orcid('connects'), password: 'password' });
    expect(browser.page).toContain('Example University');
    const reply = await browser.press('Authorize access');
    const back = new URL(reply.headers.get('location') ?? '');
    expect(reply.status).toBe(302);
    expect(back.href).toMatch(/^http:\/\/localhost:3000\/callback\?code=[0-9A-Za-z]{6}&state=xyz$/);
    const { json } = await exchange(back.searchParams.get('code') ?? '');
    expect(json).toMatchObject({ name: 'Josiah S. Carberry', scope: '/read-limited /activities/update' });
  });

  it('is told when the password is wrong, and keeps what was typed', async () => {
    const browser = new Browser(orcid.site);
    await browser.open(authorizeUrl());
    const reply = await browser.press('Sign in', { username: 'josiah@example.org', password: 'wrong' });
    expect(reply.status).toBe(401);
    expect(browser.page).toContain('do not match');
    expect(browser.page).toContain('value="josiah@example.org"');
  });

  it('may deny, and the client is told so in the query', async () => {
    const browser = await signedIn('Dora Nein');
    const reply = await browser.press('Deny access');
    expect(reply.headers.get('location')).toBe(
      `${CALLBACK}?error=access_denied&error_description=User%20denied%20access&state=xyz`,
    );
  });

  it('is not asked again by the same client for exactly the same scopes', async () => {
    const browser = await signedIn('Delia Weg');
    const first = await browser.press('Authorize access');
    await exchange(new URL(first.headers.get('location') ?? '').searchParams.get('code') ?? '');
    const again = await browser.open(authorizeUrl());
    expect(again.headers.get('location')).toMatch(/\?code=/);
    const wider = await browser.open(authorizeUrl({ scope: '/read-limited /activities/update /person/update' }));
    expect(wider.status).toBe(200);
  });

  it('registers when there is no record yet, with what the client knows filled in', async () => {
    const browser = new Browser(orcid.site);
    await browser.open(authorizeUrl({ email: 'new@example.org', given_names: 'Nova', family_names: 'Neu' }));
    expect(browser.page).toContain('value="Nova"');
    await browser.press('Register', { password: 'secret', visibility: 'limited' });
    const reply = await browser.press('Authorize access');
    const code = new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect(at((await exchange(code)).json, 'name')).toBe('Nova Neu');
  });

  it('cannot sign in to a locked, deactivated or merged record', async () => {
    for (const person of ['Lars', 'Gwen Fort', 'Josiah Carberry']) {
      const browser = await signedIn(person);
      expect(browser.page).toContain('role="alert"');
    }
  });
});

describe('a client may ask for', () => {
  const open = async (over: Record<string, string>): Promise<Browser> => {
    const browser = new Browser(orcid.site);
    await browser.open(authorizeUrl(over));
    return browser;
  };
  const OPENID = { scope: 'openid' };

  it.each([
    ['registration, for somebody new', { show_login: 'false' }, 'Register for an iD'],
    ['registration, for an address that ORCID does not know', { email: 'unknown@example.org' }, 'Register for an iD'],
    ['signing in, for an address that ORCID knows', { email: 'josiah@example.org' }, 'Sign in'],
    ['signing in, for somebody of whom nothing is known', { show_login: 'true' }, 'Sign in'],
  ])('that %s comes first', async (_whom, over, title) => {
    expect((await open(over)).page).toContain(`<h1>${title}</h1>`);
  });

  it('that the form is filled in, with the iD rather than the address', async () => {
    const known = await orcid.orcid('connects');
    expect((await open({ email: 'unknown@example.org', orcid: known })).page).toContain(`value="${known}"`);
  });

  it('that ORCID speaks a language, which becomes the person’s own', async () => {
    await signedIn('Josiah S. Carberry', authorizeUrl({ lang: 'de', scope: '/person/update' }));
    const { json } = await orcid.member(await orcid.orcid('connects'), { token: await orcid.token('connects') });
    expect(at(json, 'preferences', 'locale')).toBe('de');
  });

  it('that the person is asked again, or signs in again, where it asks who they are', async () => {
    const browser = await signedIn('Josiah S. Carberry', authorizeUrl(OPENID));
    const first = await browser.press('Authorize access');
    await exchange(new URL(first.headers.get('location') ?? '').searchParams.get('code') ?? '');
    expect((await browser.open(authorizeUrl(OPENID))).headers.get('location')).toMatch(/\?code=/);
    await browser.open(authorizeUrl({ ...OPENID, prompt: 'confirm' }));
    expect(browser.page).toContain('Authorize access');
    await browser.open(authorizeUrl({ ...OPENID, prompt: 'login' }));
    expect(browser.page).toContain('<h1>Sign in</h1>');
    await orcid.admin('POST', '/clock', { advanceSeconds: 120 });
    await browser.open(authorizeUrl({ ...OPENID, max_age: '60' }));
    expect(browser.page).toContain('<h1>Sign in</h1>');
  });

  it('neither where it asks for something else', async () => {
    const browser = await signedIn('Delia Weg', authorizeUrl({ scope: '/read-limited' }));
    const first = await browser.press('Authorize access');
    await exchange(new URL(first.headers.get('location') ?? '').searchParams.get('code') ?? '');
    const again = await browser.open(authorizeUrl({ scope: '/read-limited', prompt: 'login confirm', max_age: '0' }));
    expect(again.headers.get('location')).toMatch(/\?code=/);
  });
});

describe('a request that cannot be shown to anybody', () => {
  it.each([
    ['an unknown client', { client_id: 'APP-NOBODY' }],
    ['an address nobody registered', { redirect_uri: 'https://evil.example/callback' }],
    ['a missing scope', { scope: '' }],
  ])('ends on a page of ORCID for %s', async (_what, over) => {
    const reply = await new Browser(orcid.site).open(authorizeUrl(over));
    expect(reply.status).toBe(400);
    expect(reply.headers.get('location')).toBeNull();
    expect(reply.text).toContain('role="alert"');
  });

  it.each([
    ['a public client asks to read for trusted parties', { client_id: PUBLIC_CLIENT.id, scope: '/read-limited' }],
    ['webhooks are asked of a person', { scope: '/webhook' }],
  ])('goes back as invalid_scope when %s', async (_what, over) => {
    const reply = await new Browser(orcid.site).open(authorizeUrl(over));
    expect(reply.headers.get('location')).toBe(`${CALLBACK}#error=invalid_scope`);
  });

  it('says login_required in the fragment when nobody may be bothered', async () => {
    const reply = await new Browser(orcid.site).open(authorizeUrl({ scope: 'openid', prompt: 'none' }));
    expect(reply.headers.get('location')).toBe(`${CALLBACK}#login_required`);
  });
});

describe('a person who takes access back', () => {
  it('ends the token, which may still delete what its client wrote and do nothing else', async () => {
    const rex = await orcid.orcid('revokes-later');
    const token = await orcid.token('revokes-later');
    const keyword = await orcid.member(`${rex}/keywords`, { method: 'POST', token, body: { content: 'pots' } });
    const location = keyword.headers.get('location') ?? '';
    const browser = await signedIn('Rex Later', '/signin');
    await browser.open(`/trusted-organizations/revoke?client_id=${UNIVERSITY.id}`);
    await browser.press('Revoke access');
    expect(browser.page).toContain('has no access any more');
    expect((await send(location, { token })).status).toBe(401);
    expect((await send(location, { method: 'DELETE', token })).status).toBe(204);
  });
});
