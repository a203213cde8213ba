import { createPublicKey, verify } from 'node:crypto';
import { Browser } from '../testing/browser.ts';
import { at, type Reply, send, sendForm } from '../testing/http-client.ts';
import { CALLBACK, PUBLIC_CLIENT, REPOSITORY, UNIVERSITY } from '../testing/running.ts';
import { claims, expectError } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

const authorizeUrl = (over: Record<string, string> = {}): string =>
  `/oauth/authorize?${new URLSearchParams({
    client_id: UNIVERSITY.id,
    response_type: 'code',
    scope: 'openid /read-limited',
    redirect_uri: CALLBACK,
    nonce: 'n-0S6',
    ...over,
  }).toString()}`;

/** Signs in, agrees if asked, and says where the browser was sent. */
async function agreed(orcid: Session, over: Record<string, string> = {}, person = 'Josiah S. Carberry'): Promise<URL> {
  const browser = new Browser(orcid.target.site);
  await browser.open(authorizeUrl(over));
  const reply = await browser.press(person);
  const sent = reply.headers.get('location') ?? (await browser.press('Authorize access')).headers.get('location');
  return new URL(sent ?? '');
}

async function codeOf(orcid: Session, over: Record<string, string> = {}, person?: string): Promise<string> {
  return (await agreed(orcid, over, person)).searchParams.get('code') ?? '';
}

function exchange(orcid: Session, code: string, over: Record<string, string> = {}): Promise<Reply> {
  return orcid.token({
    client_id: UNIVERSITY.id,
    client_secret: UNIVERSITY.secret,
    grant_type: 'authorization_code',
    code,
    redirect_uri: CALLBACK,
    ...over,
  });
}

function errorOf(reply: Reply): unknown {
  return [reply.status, at(reply.json, 'error')];
}

claims('the token endpoint', (claim) => {
  claim('a missing grant_type is 400 unsupported_grant_type', 'S: OauthGenericCallsController', async (orcid) => {
    const reply = await orcid.token({ client_id: 'x', client_secret: 'y' });
    expect(errorOf(reply)).toEqual([400, 'unsupported_grant_type']);
    expect(at(reply.json, 'error_description')).toBe('grant_type is missing');
  });

  claim('an unknown client, or a wrong secret, is 401 invalid_client', 'observed by orcid-mock', async (orcid) => {
    const form = { grant_type: 'client_credentials', scope: '/read-public' };
    const unknown = await orcid.token({ ...form, client_id: 'APP-NOBODY', client_secret: 'x' });
    const wrong = await orcid.token({ ...form, client_id: orcid.target.client.id, client_secret: 'x' });
    expect(errorOf(unknown)).toEqual([401, 'invalid_client']);
    expect(errorOf(wrong)).toEqual([401, 'invalid_client']);
  });

  claim('client credentials may come by Basic', 'S: AuthorizationServerUtil, March 2026', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
    const reply = await orcid.token({ grant_type: 'client_credentials', scope: '/read-public' }, { authorization });
    expect(reply.status).toBe(200);
  });

  claim('a token of the client alone has no name, and no iD', 'reference 2.4', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const form = { grant_type: 'client_credentials', scope: '/read-public', client_id: id, client_secret: secret };
    const { json, headers } = await orcid.token(form);
    expect(json).not.toHaveProperty('name');
    expect(at(json, 'orcid') ?? null).toBeNull();
    expect(at(json, 'token_type')).toBe('bearer');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  claim('a scope of a person is refused to a client alone', 'I: api_errors.md', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
    expect(errorOf(await orcid.token({ ...form, scope: '/read-limited' }))).toEqual([400, 'invalid_scope']);
    expect(errorOf(await orcid.token({ ...form, scope: '/web-hook' }))).toEqual([400, 'invalid_scope']);
  });

  claim('an unknown code is 400 invalid_grant', 'I: api_errors.md', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const reply = await exchange(orcid, 'abcdef', { client_id: id, client_secret: secret });
    expect(errorOf(reply)).toEqual([400, 'invalid_grant']);
  });

  claim('JSON bodies are 415', 'reference 2.4', async (orcid) => {
    const reply = await send(`${orcid.target.site}/oauth/token`, { method: 'POST', body: { grant_type: 'x' } });
    expect(reply.status).toBe(415);
  });

  claim('both API hosts answer it as well', 'S: OrcidApiCommonEndpoints', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const form = { grant_type: 'client_credentials', scope: '/read-public', client_id: id, client_secret: secret };
    expect((await sendForm(`${orcid.target.api}/oauth/token`, form)).status).toBe(200);
    expect((await sendForm(`${orcid.target.pub}/oauth/token`, form)).status).toBe(200);
  });

  claim('a refresh gives a new pair with the scopes asked for', 'SO: OrcidRefreshTokenTokenGranter', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const reply = await orcid.token({
      grant_type: 'refresh_token',
      refresh_token: orcid.target.refreshToken,
      scope: '/read-limited',
      client_id: id,
      client_secret: secret,
    });
    expect(reply.status).toBe(200);
    expect(at(reply.json, 'scope')).toBe('/read-limited');
    expect(at(reply.json, 'orcid')).toBe(orcid.orcid);
    expect(at(reply.json, 'refresh_token')).not.toBe(orcid.target.refreshToken);
    expect((await orcid.read('person')).status).toBe(200);
  });

  claim('a refresh may not widen the scopes', 'SO: OrcidRefreshTokenTokenGranter', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const reply = await orcid.token({
      grant_type: 'refresh_token',
      refresh_token: orcid.target.refreshToken,
      scope: '/email/read-private',
      client_id: id,
      client_secret: secret,
    });
    expect(errorOf(reply)).toEqual([400, 'invalid_scope']);
  });

  claim.local('a user token has its keys in order and twenty years to live', 'reference 2.4', async (orcid) => {
    const { json } = await exchange(orcid, await codeOf(orcid, { scope: '/read-limited' }));
    expect(Object.keys(json as object)).toEqual([
      'access_token',
      'token_type',
      'refresh_token',
      'expires_in',
      'scope',
      'name',
      'orcid',
    ]);
    expect(at(json, 'expires_in')).toBeGreaterThan(631138000);
    expect(at(json, 'access_token')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  claim.local('the name is null when names are not public', 'S: RecordNameUtils', async (orcid) => {
    const { json } = await exchange(orcid, await codeOf(orcid, {}, 'Nemo Nescio'));
    expect(at(json, 'name')).toBeNull();
  });

  claim.local(
    'a code works once; a second use ends the token of the first',
    'SO: OrcidAuthorizationCodeServiceImpl',
    async (orcid) => {
      const code = await codeOf(orcid);
      const first = await exchange(orcid, code);
      const token = String(at(first.json, 'access_token'));
      expect((await orcid.read('person', { token })).status).toBe(200);
      const second = await exchange(orcid, code);
      expect(errorOf(second)).toEqual([400, 'invalid_grant']);
      expect(at(second.json, 'error_description')).toBe(`Reused authorization code: ${code}`);
      expect((await orcid.read('person', { token })).status).toBe(401);
    },
  );

  claim.local('a code is bound to its client and its redirect URI', 'I: api_errors.md', async (orcid) => {
    const foreign = await exchange(orcid, await codeOf(orcid), {
      client_id: REPOSITORY.id,
      client_secret: REPOSITORY.secret,
    });
    expect(errorOf(foreign)).toEqual([400, 'invalid_grant']);
    const elsewhere = await exchange(orcid, await codeOf(orcid), { redirect_uri: `${CALLBACK}/other` });
    expect(errorOf(elsewhere)).toEqual([400, 'invalid_grant']);
  });

  claim.local('the redirect URI may be left out of the exchange', 'S: PR 7372', async (orcid) => {
    expect((await exchange(orcid, await codeOf(orcid), { redirect_uri: '' })).status).toBe(200);
  });

  claim.local(
    'after a reset the old secret of a client works beside the new one for a day',
    'S: ClientSecretDaoImpl, CleanOldClientKeysCronJob',
    async (orcid) => {
      const { running } = orcid;
      const reset = await running.admin('POST', `/clients/${REPOSITORY.id}/reset-secret`);
      const statusWith = async (secret: string) => {
        const form = { grant_type: 'client_credentials', scope: '/read-public', client_id: REPOSITORY.id };
        return (await orcid.token({ ...form, client_secret: secret })).status;
      };
      const [old, current] = [REPOSITORY.secret, String(at(reset.json, 'secret'))];
      expect([await statusWith(old), await statusWith(current), await statusWith('wrong')]).toEqual([200, 200, 401]);
      await running.admin('POST', '/clock', { advanceSeconds: 86_401 });
      expect([await statusWith(old), await statusWith(current)]).toEqual([401, 200]);
      await running.admin('POST', '/clock', { advanceSeconds: -86_401 });
    },
  );

  claim.local('a code grows old', 'reference 2.5', async (orcid) => {
    const code = await codeOf(orcid);
    await orcid.running.admin('POST', '/clock', { advanceSeconds: 86_500 });
    expect(errorOf(await exchange(orcid, code))).toEqual([400, 'invalid_grant']);
  });
});

claims('revocation', (claim) => {
  claim('an unknown token is 200, and nothing happens', 'I: revoke.md', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const form = { client_id: id, client_secret: secret, token: 'nothing' };
    const reply = await sendForm(`${orcid.target.site}/oauth/revoke`, form);
    expect([reply.status, reply.text]).toEqual([200, '']);
  });

  claim('bad credentials are 401', 'SO: revoke controller', async (orcid) => {
    const form = { client_id: orcid.target.client.id, client_secret: 'x', token: 'nothing' };
    expect((await sendForm(`${orcid.target.site}/oauth/revoke`, form)).status).toBe(401);
  });

  claim('a revoked token is dead for DELETE too; other tokens live on', 'reference 2.7, 4.3', async (orcid) => {
    const { id, secret } = orcid.target.client;
    const token = await orcid.narrowed('/activities/update');
    await sendForm(`${orcid.target.site}/oauth/revoke`, { client_id: id, client_secret: secret, token });
    expect((await orcid.remove('employment', 1, { token })).status).toBe(401);
    expect((await orcid.read('person')).status).toBe(200);
  });

  claim.local('the refresh token ends its access token as well', 'I: revoke.md', async (orcid) => {
    const { json } = await exchange(orcid, await codeOf(orcid, { scope: '/read-limited' }));
    await sendForm(`${orcid.target.site}/oauth/revoke`, {
      client_id: UNIVERSITY.id,
      client_secret: UNIVERSITY.secret,
      token: String(at(json, 'refresh_token')),
    });
    expect((await orcid.read('person', { token: String(at(json, 'access_token')) })).status).toBe(401);
  });

  claim.local("another client's token is left alone", 'SO: revoke controller', async (orcid) => {
    const form = { client_id: REPOSITORY.id, client_secret: REPOSITORY.secret, token: orcid.target.accessToken };
    expect((await sendForm(`${orcid.target.site}/oauth/revoke`, form)).status).toBe(200);
    expect((await orcid.read('person')).status).toBe(200);
  });
});

claims('OpenID Connect', (claim) => {
  claim('discovery names exactly what there is', 'S: OpenIDConnectDiscoveryService', async (orcid) => {
    const { site } = orcid.target;
    const { json } = await send(`${site}/.well-known/openid-configuration`);
    expect(json).toMatchObject({
      issuer: site,
      authorization_endpoint: `${site}/oauth/authorize`,
      token_endpoint: `${site}/oauth/token`,
      userinfo_endpoint: `${site}/oauth/userinfo`,
      jwks_uri: `${site}/oauth/jwks`,
      scopes_supported: ['openid'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
    for (const absent of ['revocation_endpoint', 'introspection_endpoint', 'end_session_endpoint']) {
      expect(json).not.toHaveProperty(absent);
    }
  });

  claim('the keys are RSA, for signatures', 'reference 2.9', async (orcid) => {
    const { json } = await send(`${orcid.target.site}/oauth/jwks`);
    expect(at(json, 'keys', 0)).toMatchObject({ kty: 'RSA', e: 'AQAB', use: 'sig' });
  });

  claim('userinfo says who, with null for what is not there', 'reference 2.9', async (orcid) => {
    const { site, accessToken } = orcid.target;
    const { status, json } = await send(`${site}/oauth/userinfo`, { token: accessToken });
    expect(status).toBe(200);
    expect(Object.keys(json as object)).toEqual(['id', 'sub', 'name', 'family_name', 'given_name']);
    expect(at(json, 'id')).toBe(`${site}/${orcid.orcid}`);
    expect(at(json, 'sub')).toBe(orcid.orcid);
  });

  claim('userinfo takes the token from a form too', 'reference 2.9', async (orcid) => {
    const { site, accessToken } = orcid.target;
    const reply = await sendForm(`${site}/oauth/userinfo`, { access_token: accessToken });
    expect(at(reply.json, 'sub')).toBe(orcid.orcid);
  });

  claim('userinfo without a good token is 403, with a hyphen in the key', 'S: OpenIDController', async (orcid) => {
    const reply = await send(`${orcid.target.site}/oauth/userinfo`, { token: 'wrong' });
    expect(reply.status).toBe(403);
    expect(reply.json).toEqual({ error: 'access_denied', 'error-description': 'access_token is invalid' });
  });

  claim.local('the id_token is signed by the published key and says what it must', 'reference 2.9', async (orcid) => {
    const { json } = await exchange(orcid, await codeOf(orcid));
    const [head = '', body = '', signature = ''] = String(at(json, 'id_token')).split('.');
    const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    const { json: keys } = await send(`${orcid.target.site}/oauth/jwks`);
    const key = createPublicKey({ key: at(keys, 'keys', 0) as Record<string, string>, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(decode(head)).toEqual({ kid: at(keys, 'keys', 0, 'kid'), alg: 'RS256' });
    expect(decode(body)).toMatchObject({
      iss: orcid.target.site,
      aud: UNIVERSITY.id,
      sub: orcid.orcid,
      nonce: 'n-0S6',
      amr: 'pwd',
      name: 'Josiah S. Carberry',
      given_name: 'Josiah',
      family_name: 'Carberry',
    });
    expect(decode(body)).not.toHaveProperty('email');
  });

  claim.local('a public client is not told how somebody signed in', 'reference 2.9', async (orcid) => {
    const over = { client_id: PUBLIC_CLIENT.id, scope: 'openid' };
    const { json } = await exchange(orcid, await codeOf(orcid, over), {
      client_id: PUBLIC_CLIENT.id,
      client_secret: PUBLIC_CLIENT.secret,
    });
    const body = Buffer.from(String(at(json, 'id_token')).split('.')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(body)).not.toHaveProperty('amr');
  });

  claim.local(
    'the implicit flow puts a ten-minute token and an id_token into the fragment',
    'reference 2.9',
    async (orcid) => {
      const sent = await agreed(orcid, { response_type: 'id_token token', scope: 'openid' });
      const fragment = new URLSearchParams(sent.hash.slice(1));
      expect(sent.search).toBe('');
      expect(fragment.get('expires_in')).toBe('599');
      expect(fragment.get('id_token')?.split('.')).toHaveLength(3);
      const info = await send(`${orcid.target.site}/oauth/userinfo`, { token: fragment.get('access_token') ?? '' });
      expect(at(info.json, 'sub')).toBe(orcid.orcid);
    },
  );

  claim.local('the implicit flow is narrowed to who somebody is', 'SO: OauthAuthorizeController', async (orcid) => {
    const sent = await agreed(orcid, { response_type: 'token', scope: 'openid /activities/update' });
    const token = new URLSearchParams(sent.hash.slice(1)).get('access_token') ?? '';
    expectError(await orcid.write('keywords', { content: 'narrowed' }, { token }), 403, 9038);
    expect((await send(`${orcid.target.site}/oauth/userinfo`, { token })).status).toBe(200);
  });

  claim.local(
    'an implicit id_token needs a nonce, and a scope that says who somebody is',
    'reference 2.1',
    async (orcid) => {
      const browser = new Browser(orcid.target.site);
      const open = (over: Record<string, string>) => browser.open(authorizeUrl({ response_type: 'id_token', ...over }));
      const without = new URLSearchParams(authorizeUrl({ response_type: 'id_token', scope: 'openid' }).split('?')[1]);
      without.delete('nonce');
      const reply = await browser.open(`/oauth/authorize?${without.toString()}`);
      expect(reply.headers.get('location')).toBe(`${CALLBACK}#error=invalid_request`);
      const wide = await open({ scope: '/read-limited' });
      expect(wide.headers.get('location')).toBe(`${CALLBACK}#error=invalid_scope`);
    },
  );

  claim.local(
    'prompt=confirm asks again, prompt=login signs in again, and neither without openid',
    'SO: OauthAuthorizeController',
    async (orcid) => {
      await exchange(orcid, await codeOf(orcid));
      const browser = new Browser(orcid.target.site);
      await browser.open('/signin');
      await browser.press('Josiah S. Carberry');
      expect((await browser.open(authorizeUrl())).headers.get('location')).toContain('code=');
      await browser.open(authorizeUrl({ prompt: 'confirm' }));
      expect(browser.page).toContain('Authorize access');
      await browser.open(authorizeUrl({ prompt: 'login' }));
      expect(browser.page).toContain('name="password"');
    },
  );

  claim.local('scopes that OpenID libraries add of their own accord are ignored', 'reference 2.1', async (orcid) => {
    const { json } = await exchange(orcid, await codeOf(orcid, { scope: 'openid profile email' }));
    expect(at(json, 'scope')).toBe('openid');
  });

  claim.local('loading userStatus ends the session at ORCID', 'S: HomeController', async (orcid) => {
    const browser = new Browser(orcid.target.site);
    await browser.open('/signin');
    await browser.press('Delia Weg');
    expect((await browser.open('/userStatus.json')).json).toEqual({ loggedIn: true });
    expect((await browser.open('/userStatus.json?logUserOut=true')).json).toEqual({ loggedIn: false });
    expect((await browser.open('/userStatus.json')).json).toEqual({ loggedIn: false });
  });
});
