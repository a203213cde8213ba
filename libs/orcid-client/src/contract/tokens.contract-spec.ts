import { Secret } from '@ligature/orcid-model';
import type { OrcidClient } from '../orcid-client.ts';
import { CALLBACK, OTHERS, SandboxProcess, US } from '../testing/sandbox-process.ts';

describe('tokens', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
    client = orcid.client();
  });

  afterEach(() => orcid.noFaults());

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  const exchange = (code: string) => client.tokens.exchange(US, { code, redirectUri: CALLBACK });
  const reads = async (grant: Awaited<ReturnType<typeof exchange>>) =>
    client.records.person({ orcid: grant.orcid, token: grant.accessToken });

  it('are given for a code, with whose record it is and what was permitted', async () => {
    const grant = await exchange(await orcid.code('ada', ['/read-limited', '/activities/update']));
    expect(grant).toMatchObject({
      orcid: await orcid.orcid('ada'),
      name: 'A. Example',
      scopes: ['/read-limited', '/activities/update'],
    });
    expect(grant.expiresAt.getFullYear()).toBeGreaterThan(2040);
    expect((await reads(grant)).name?.given).toBe('Ada');
  });

  it('are ended by a code that is used twice, which is why it never is', async () => {
    const code = await orcid.code('ada');
    const grant = await exchange(code);
    await expect(exchange(code)).rejects.toMatchObject({ code: 'code-refused', answer: { reason: 'invalid_grant' } });
    await expect(reads(grant)).rejects.toMatchObject({ code: 'access-revoked' });
  });

  it.each([
    ['the answer is lost', { effect: 'reset-after' }],
    ['the connection breaks', { effect: 'reset-before' }],
    ['the server fails', { effect: 'server-error' }],
    ['half of the answer comes', { effect: 'truncate' }],
    ['the proxy is busy', { effect: 'unavailable' }],
  ])('are asked for once when %s', async (_, fault) => {
    const code = await orcid.code('ada');
    const came = await orcid.fault({ ...fault, path: '/oauth/token' });
    await expect(exchange(code)).rejects.toMatchObject({
      code: expect.stringMatching(/^(orcid-unavailable|rate-limited)$/) as string,
    });
    expect(await came()).toBe(1);
  });

  it.each([
    ['a code that never was', 'XXXXXX', CALLBACK],
    ['another address to come back to', undefined, 'http://localhost:3000/elsewhere'],
  ])('are not given for %s', async (_, code, redirectUri) => {
    const presented = code ?? (await orcid.code('ada'));
    await expect(client.tokens.exchange(US, { code: presented, redirectUri })).rejects.toMatchObject({
      code: 'code-refused',
    });
  });

  it('are not given to whom ORCID does not know', async () => {
    const stranger = { ...US, clientSecret: new Secret('client-secret', 'guessed') };
    const code = await orcid.code('ada');
    await expect(client.tokens.exchange(stranger, { code, redirectUri: CALLBACK })).rejects.toMatchObject({
      code: 'client-refused',
      answer: { status: 401, path: '/oauth/token' },
    });
  });

  it('are renewed by their refresh token, also with fewer scopes, and the old pair lives on', async () => {
    const grant = await exchange(await orcid.code('ada'));
    const fresh = await client.tokens.refresh(US, grant.refreshToken!, ['/read-limited']);
    expect(fresh).toMatchObject({ orcid: grant.orcid, scopes: ['/read-limited'] });
    expect(fresh.accessToken.reveal()).not.toBe(grant.accessToken.reveal());
    await expect(Promise.all([reads(grant), reads(fresh)])).resolves.toHaveLength(2);
    await expect(client.tokens.refresh(US, fresh.refreshToken!, ['/activities/update'])).rejects.toMatchObject({
      code: 'client-refused',
      answer: { reason: 'invalid_scope' },
    });
  });

  it('fall together when one of a pair is revoked, and revoking them again does no harm', async () => {
    const grant = await exchange(await orcid.code('ada'));
    await client.tokens.revoke(US, grant.refreshToken!);
    await expect(reads(grant)).rejects.toMatchObject({ code: 'access-revoked' });
    await expect(client.tokens.refresh(US, grant.refreshToken!)).rejects.toMatchObject({ code: 'code-refused' });
    await expect(client.tokens.revoke(US, grant.accessToken)).resolves.toBeUndefined();
    await expect(
      client.tokens.revoke({ ...US, clientSecret: OTHERS.clientSecret }, grant.accessToken),
    ).rejects.toMatchObject({ code: 'client-refused' });
  });

  describe('of OpenID Connect', () => {
    it('say whose they are, by the public name', async () => {
      const grant = await exchange(await orcid.code('ada'));
      const info = { orcid: grant.orcid, name: 'A. Example', givenName: 'Ada', familyName: 'Example' };
      expect(await client.openId.userInfo(grant.accessToken)).toEqual(info);
    });

    it('say nothing when they have ended, or are nobody’s', async () => {
      const grant = await exchange(await orcid.code('ada'));
      await client.tokens.revoke(US, grant.accessToken);
      expect(await client.openId.userInfo(grant.accessToken)).toBeUndefined();
      expect(await client.openId.userInfo(await client.tokens.forClient(US, '/read-public'))).toBeUndefined();
    });

    it('are signed by keys, and found where ORCID says', async () => {
      expect(await client.openId.keys()).toMatchObject([{ kty: 'RSA', use: 'sig', e: 'AQAB' }]);
      const { issuer, keysUri, ...endpoints } = await client.openId.configuration();
      expect(keysUri).toBe(`${issuer}/oauth/jwks`);
      expect(endpoints).toEqual({
        authorizationEndpoint: `${issuer}/oauth/authorize`,
        tokenEndpoint: `${issuer}/oauth/token`,
        userInfoEndpoint: `${issuer}/oauth/userinfo`,
      });
    });

    it('are asked about again when the server fails, since that changes nothing', async () => {
      const { token } = await orcid.access('ada');
      const came = await orcid.fault({ effect: 'server-error', path: '/oauth/userinfo', times: 1 });
      expect((await client.openId.userInfo(token))?.givenName).toBe('Ada');
      expect(await came()).toBe(2);
    });
  });

  describe('of our own', () => {
    it('are asked for once for each scope, and used by all calls that need nobody’s permission', async () => {
      const fresh = orcid.client();
      await orcid.calls();
      await fresh.search.idsPage(US, 'given-names:Ada');
      await fresh.search.idsPage(US, 'given-names:Ada');
      expect((await orcid.calls()).filter(({ url }) => url.includes('/oauth/token'))).toHaveLength(1);
      await fresh.close();
    });

    it('are renewed when ORCID no longer accepts them', async () => {
      const fresh = orcid.client();
      const token = await fresh.tokens.forClient(US, '/read-public');
      await fresh.tokens.revoke(US, token);
      expect((await fresh.search.idsPage(US, 'given-names:Ada')).total).toBe(1);
      await fresh.close();
    });

    it('are refused for what the client may not do', async () => {
      await expect(client.tokens.forClient(OTHERS, '/webhook')).rejects.toMatchObject({
        code: 'client-refused',
        answer: { status: 400, reason: 'invalid_scope' },
      });
    });
  });
});
