import { parsePutCode, Secret } from '@ligature/orcid-model';
import { anEmployment, anOrcidId } from '@ligature/orcid-model/testing';
import { ConfigModule, readConfigs } from '@ligature/runtime';
import { Test, type TestingModule } from '@nestjs/testing';
import { AffiliationCalls } from './calls/affiliation-calls.ts';
import { TokenCalls } from './calls/token-calls.ts';
import { OrcidClientConfig } from './nest/orcid-client.config.ts';
import { OrcidClientModule } from './nest/orcid-client.module.ts';
import { OrcidDouble } from './testing/index.ts';

describe('the ORCID client', () => {
  let orcid: OrcidDouble;
  let module: TestingModule;
  const credentials = { clientId: 'APP-1', clientSecret: new Secret('client-secret', 'hush') };
  const access = { orcid: anOrcidId(), token: new Secret('access-token', 'tok') };

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    const config = ConfigModule.with(readConfigs([OrcidClientConfig], orcid.env));
    module = await Test.createTestingModule({ imports: [config, OrcidClientModule] }).compile();
  });

  beforeEach(() => void orcid.seen.splice(0));

  afterAll(async () => {
    await module.close();
    await orcid.stop();
  });

  describe('exchanging a code', () => {
    const exchange = () => module.get(TokenCalls).exchange(credentials, { code: 'c0de', redirectUri: 'https://p/cb' });
    const answer = {
      access_token: 'a',
      refresh_token: 'r',
      expires_in: 60,
      scope: '/read-limited',
      name: '',
      orcid: anOrcidId(),
    };

    it('gives the grant, a private name being none', async () => {
      orcid.willAnswer({ status: 200, body: answer });
      const grant = await exchange();
      expect(grant).toMatchObject({ orcid: anOrcidId(), name: null, scopes: ['/read-limited'] });
      expect([grant.accessToken.reveal(), grant.refreshToken?.reveal()]).toEqual(['a', 'r']);
      expect(orcid.seen[0]?.body).toContain(
        'grant_type=authorization_code&code=c0de&redirect_uri=https%3A%2F%2Fp%2Fcb',
      );
    });

    it.each([
      ['a lost answer', 'hang-up' as const, 'orcid-unavailable'],
      ['a server error', { status: 500, body: 'oops' }, 'orcid-unavailable'],
      ['an answer that is no JSON', { status: 200, body: '<html>' }, 'orcid-unavailable'],
      ['an answer without an iD', { status: 200, body: { ...answer, orcid: undefined } }, 'orcid-unavailable'],
      [
        'an iD with a wrong check digit',
        { status: 200, body: { ...answer, orcid: '0000-0002-1825-0098' } },
        'orcid-unavailable',
      ],
      ['a refused code', { status: 400, body: { error: 'invalid_grant' } }, 'code-refused'],
      ['a refused client', { status: 401, body: { error: 'invalid_client' } }, 'client-refused'],
    ])('never sends it again after %s', async (_, scripted, code) => {
      orcid.willAnswer(scripted);
      await expect(exchange()).rejects.toMatchObject({ code });
      expect(orcid.seen).toHaveLength(1);
    });
  });

  it('ends a token', async () => {
    orcid.willAnswer({ status: 200 });
    await module.get(TokenCalls).revoke(credentials, access.token);
    expect(orcid.seen[0]).toMatchObject({
      path: '/oauth/revoke',
      body: 'client_id=APP-1&client_secret=hush&token=tok',
    });
  });

  it('reads the put-code of a new item from Location', async () => {
    orcid.willAnswer({
      status: 201,
      headers: { Location: `https://api/v3.0/${anOrcidId()}/employment/9007199254740993` },
    });
    expect(await module.get(AffiliationCalls).create(access, anEmployment())).toBe('9007199254740993');
    expect(orcid.seen[0]).toMatchObject({ path: `/v3.0/${anOrcidId()}/employment`, authorization: 'Bearer tok' });
  });

  it('does not create twice when the answer is lost', async () => {
    orcid.willAnswer('hang-up');
    await expect(module.get(AffiliationCalls).create(access, anEmployment())).rejects.toMatchObject({
      code: 'orcid-unavailable',
    });
    expect(orcid.seen).toHaveLength(1);
  });

  it('replaces an item under its put-code', async () => {
    orcid.willAnswer({ status: 200, body: {} });
    await module.get(AffiliationCalls).replace(access, parsePutCode('7'), anEmployment());
    expect(orcid.seen[0]).toMatchObject({ method: 'PUT', path: `/v3.0/${anOrcidId()}/employment/7` });
    expect(JSON.parse(orcid.seen[0]?.body ?? '')).toMatchObject({
      'put-code': 7,
      'role-title': 'Research Data Steward',
    });
  });

  it('takes a body that is not what its content type says for an outage, not for an empty list', async () => {
    orcid.willAnswer({ status: 200, body: '<html>maintenance</html>' });
    await expect(module.get(AffiliationCalls).list(access, 'employment')).rejects.toMatchObject({
      code: 'orcid-unavailable',
    });
  });

  it('follows no redirect to a merged record', async () => {
    const text = `This account is deprecated. Please refer to account: https://orcid.org/${anOrcidId(2)}.`;
    orcid.willAnswer({
      status: 301,
      headers: { Location: '/elsewhere' },
      body: { 'error-code': 9007, 'developer-message': text },
    });
    await expect(module.get(AffiliationCalls).list(access, 'employment')).rejects.toMatchObject({
      newId: anOrcidId(2),
    });
    expect(orcid.seen).toHaveLength(1);
  });
});
