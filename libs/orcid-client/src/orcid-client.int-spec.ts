import { affiliationItem, parsePutCode, Secret } from '@ligature/orcid-model';
import { anEmployment, anOrcidId, aWork } from '@ligature/orcid-model/testing';
import type { ClientNotes } from './client-notes.ts';
import { OrcidClient } from './orcid-client.ts';
import { LocalRateBudget } from './pacing/local-rate-budget.ts';
import { OrcidDouble } from './testing/index.ts';

/** Answers that no sandbox gives on request. */
describe('the ORCID client', () => {
  let orcid: OrcidDouble;
  let client: OrcidClient;
  const credentials = { clientId: 'APP-1', clientSecret: new Secret('client-secret', 'hush') };
  const access = { orcid: anOrcidId(), token: new Secret('access-token', 'tok') };

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
  });

  beforeEach(() => {
    orcid.seen.splice(0);
    client = new OrcidClient({ orcid: orcid.addresses, retryDelayMs: 1, tries: 3 });
  });

  afterEach(() => client.close());

  afterAll(() => orcid.stop());

  describe('exchanging a code', () => {
    const exchange = () => client.tokens.exchange(credentials, { code: 'c0de', redirectUri: 'https://p/cb' });
    const answer = {
      access_token: 'a',
      refresh_token: 'r',
      token_type: 'bearer',
      expires_in: 60,
      scope: '/read-limited',
      name: '',
      orcid: anOrcidId(),
    };

    it('takes an empty name for a private one, and sends what ORCID asks for', async () => {
      orcid.willAnswer({ status: 200, body: answer });
      const grant = await exchange();
      expect(grant).toMatchObject({ orcid: anOrcidId(), name: null, scopes: ['/read-limited'] });
      expect([grant.accessToken.reveal(), grant.refreshToken?.reveal()]).toEqual(['a', 'r']);
      expect(orcid.seen[0]).toMatchObject({
        path: '/oauth/token',
        body: 'client_id=APP-1&client_secret=hush&grant_type=authorization_code&code=c0de&redirect_uri=https%3A%2F%2Fp%2Fcb',
      });
    });

    it.each([
      ['an answer that is no JSON', { status: 200, body: '<html>' }],
      ['an answer without a token', { status: 200, body: { ...answer, access_token: undefined } }],
    ])('takes %s for an outage, and does not ask again', async (_, scripted) => {
      orcid.willAnswer(scripted);
      await expect(exchange()).rejects.toMatchObject({ code: 'orcid-unavailable' });
      expect(orcid.seen).toHaveLength(1);
    });

    it.each([
      ['an answer without an iD', { ...answer, orcid: undefined }],
      ['an iD with a wrong check digit', { ...answer, orcid: '0000-0002-1825-0098' }],
      ['another kind of token', { ...answer, token_type: 'mac' }],
    ])('hands over the token of %s, to be ended, and does not ask again', async (_, body) => {
      orcid.willAnswer({ status: 200, body });
      const error: unknown = await exchange().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'unreadable-grant', clientId: 'APP-1' });
      expect(JSON.stringify(error)).not.toContain('"a"');
      expect(orcid.seen).toHaveLength(1);
    });
  });

  describe('whose credentials ORCID looks at', () => {
    const REFUSED = {
      status: 401,
      body: { error: 'invalid_client', error_description: 'Client authentication failed' },
    };
    const TOKEN = { status: 200, body: { access_token: 'ours', expires_in: 3600 } };
    const heard: string[] = [];
    const notes: ClientNotes = {
      accepted: (clientId) => Promise.resolve(void heard.push(`accepted ${clientId}`)),
      refused: (clientId) => Promise.resolve(void heard.push(`refused ${clientId}`)),
    };
    let noted: OrcidClient;

    beforeEach(() => {
      heard.splice(0);
      noted = new OrcidClient({ orcid: orcid.addresses, tries: 1, notes });
    });
    afterEach(() => noted.close());

    it('has noted that they are refused, and that they are accepted, by whichever call', async () => {
      orcid.willAnswer(REFUSED, REFUSED, TOKEN);
      await expect(noted.tokens.forClient(credentials, '/read-public')).rejects.toMatchObject({
        code: 'client-refused',
      });
      await expect(noted.tokens.revoke(credentials, access.token)).rejects.toMatchObject({ code: 'client-refused' });
      await noted.tokens.forClient(credentials, '/read-public');
      expect(heard).toEqual(['refused APP-1', 'refused APP-1', 'accepted APP-1']);
    });

    it('has nothing noted of an answer that says nothing of them', async () => {
      orcid.willAnswer({ status: 400, body: { error: 'invalid_grant' } }, { status: 503, body: '<html>' });
      const exchange = () => noted.tokens.exchange(credentials, { code: 'c0de', redirectUri: 'https://p/cb' });
      await expect(exchange()).rejects.toMatchObject({ code: 'code-refused' });
      await expect(exchange()).rejects.toThrow();
      expect(heard).toEqual([]);
    });

    it('can ask about others beforehand, of which nothing is noted or kept', async () => {
      orcid.willAnswer(TOKEN, REFUSED, { status: 500, body: '<html>' });
      expect([await noted.tokens.accepts(credentials), await noted.tokens.accepts(credentials)]).toEqual([true, false]);
      await expect(noted.tokens.accepts(credentials)).rejects.toMatchObject({ code: 'orcid-unavailable' });
      expect(heard).toEqual([]);
    });
  });

  it('keeps every digit of a put-code wider than JavaScript’s numbers, both ways', async () => {
    const long = parsePutCode('9223372036854775807');
    orcid.willAnswer(
      { status: 201, headers: { Location: `https://api/v3.0/${anOrcidId()}/employment/${long}` } },
      { status: 200, body: {} },
      { status: 200, headers: { 'Content-Type': 'application/json' }, body: `{"put-code":${long}}` },
    );
    expect(await client.items.create(access, affiliationItem(anEmployment()))).toBe(long);
    await client.items.replace(access, long, affiliationItem(anEmployment()));
    expect(orcid.seen[1]).toMatchObject({ method: 'PUT', path: `/v3.0/${anOrcidId()}/employment/${long}` });
    expect(orcid.seen[1]?.body).toContain(`{"put-code":${long},`);
    expect((await client.items.read(access, 'employment', long)).putCode).toBe(long);
  });

  it.each([
    ['a page', '<html>maintenance</html>', 'text/html'],
    ['a page that calls itself JSON', '<html>maintenance</html>', 'application/json'],
    ['another JSON', '"soon"', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('takes %s with status 200 for an outage, not for an empty list', async (_, body, type) => {
    const maintenance = { status: 200, body, headers: { 'Content-Type': type } };
    orcid.willAnswer(maintenance, maintenance, maintenance);
    await expect(client.items.itemsIn(access, 'employment')).rejects.toMatchObject({
      code: 'orcid-unavailable',
      answer: { status: 200, reason: 'unreadable body' },
    });
  });

  it.each([
    ['a replacement', () => client.items.replace(access, parsePutCode('7'), affiliationItem(anEmployment()))],
    ['a removal', () => client.items.remove(access, 'employment', parsePutCode('7'))],
    ['a creation', () => client.items.create(access, affiliationItem(anEmployment()))],
    ['a revocation', () => client.tokens.revoke(credentials, access.token)],
  ])('takes no page for the answer to %s', async (_, write) => {
    const maintenance = { status: 200, body: '<html>maintenance</html>' };
    orcid.willAnswer(maintenance, maintenance, maintenance);
    await expect(write()).rejects.toMatchObject({ code: 'orcid-unavailable', effect: 'unknown' });
    orcid.forget();
  });

  it('takes no page for a table', async () => {
    const maintenance = { status: 200, body: '<html>maintenance</html>' };
    orcid.willAnswer(
      { status: 200, body: { access_token: 'a', expires_in: 60 } },
      maintenance,
      maintenance,
      maintenance,
    );
    await expect(client.search.csv(credentials, 'x', ['orcid'])).rejects.toMatchObject({ code: 'orcid-unavailable' });
  });

  it('says that a webhook was unregistered when only the answer was lost', async () => {
    const token = { status: 200, body: { access_token: 'a', expires_in: 60 } };
    orcid.willAnswer(token, 'hang-up', { status: 404, body: { 'error-code': 9028 } });
    expect(await client.webhooks.unregister(credentials, access.orcid, 'https://p/hook')).toBe(true);
  });

  it('follows no redirect to a merged record', async () => {
    const text = `This account is deprecated. Please refer to account: https://orcid.org/${anOrcidId(2)}.`;
    orcid.willAnswer({
      status: 301,
      headers: { Location: '/elsewhere' },
      body: { 'error-code': 9007, 'developer-message': text },
    });
    await expect(client.items.itemsIn(access, 'employment')).rejects.toMatchObject({
      newId: anOrcidId(2),
    });
    expect(orcid.seen).toHaveLength(1);
  });

  it('says so when a creation was answered without a put-code', async () => {
    orcid.willAnswer({ status: 201, headers: { Location: '/somewhere' } });
    await expect(client.items.create(access, affiliationItem(anEmployment()))).rejects.toMatchObject({
      code: 'unexpected-answer',
    });
  });

  it('waits no longer than its caller when ORCID asks for a longer wait, and says how long that is', async () => {
    orcid.willAnswer({ status: 429, headers: { 'Retry-After': '3600' }, body: 'slow down' });
    await expect(client.items.itemsIn(access, 'employment')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 3_600_000,
    });
    expect(orcid.seen).toHaveLength(1);
  });

  it.each([
    ['for as long as ORCID asks', '7', 7000],
    ['for five minutes when ORCID asks for a day', '86400', 300_000],
    ['for five minutes when ORCID asks for decades', 'Thu, 01 Jan 2099 00:00:00 GMT', 300_000],
    ['for five minutes when ORCID asks for longer than a number holds', '9'.repeat(400), 300_000],
  ])('lets nobody send anything %s', async (_, retryAfter, restMs) => {
    const heldBack: number[] = [];
    class Watched extends LocalRateBudget {
      override holdBack(_bucket: string, ms: number): Promise<void> {
        heldBack.push(ms);
        return Promise.resolve();
      }
    }
    const watched = new OrcidClient({ orcid: orcid.addresses, budget: new Watched(), tries: 1 });
    orcid.willAnswer({ status: 429, headers: { 'Retry-After': retryAfter }, body: 'slow down' });
    await expect(watched.items.itemsIn(access, 'employment')).rejects.toMatchObject({ code: 'rate-limited' });
    expect(heldBack).toEqual([restMs]);
    await watched.close();
  });

  it('gives up a creation that is to happen once when ORCID goes on refusing it', async () => {
    const [busy, nothing] = [
      { status: 503, body: '<html>slow down</html>' },
      { status: 200, body: { 'affiliation-group': [] } },
    ];
    orcid.willAnswer(busy, nothing, busy, nothing, busy, nothing);
    await expect(client.items.createOnce(access, affiliationItem(anEmployment()), 'APP-1')).rejects.toMatchObject({
      code: 'rate-limited',
    });
    expect(orcid.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET', 'POST', 'GET']);
  });

  it('leaves it open whether a creation happened when the record cannot be looked at', async () => {
    const hasty = new OrcidClient({ orcid: orcid.addresses, timeoutMs: 100, tries: 1 });
    orcid.willAnswer('hang-up', { status: 503, body: '<html>slow down</html>' });
    await expect(hasty.items.createOnce(access, affiliationItem(anEmployment()), 'APP-1')).rejects.toMatchObject({
      code: 'orcid-unavailable',
      effect: 'unknown',
      answer: { path: `/v3.0/${access.orcid}/employment` },
    });
    expect(orcid.seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
    await hasty.close();
  });

  it('takes for an outage a bulk that does not answer for every work', async () => {
    orcid.willAnswer({ status: 200, body: { bulk: [{ work: { 'put-code': 1 } }] } });
    const results = client.items.createMany(access, 'work', [aWork(), aWork()]);
    await expect(results.next()).rejects.toMatchObject({ code: 'orcid-unavailable', effect: 'unknown' });
    expect(orcid.seen).toHaveLength(1);
  });

  it('keeps an error an error where one of ORCID’s refusals is an expected outcome', async () => {
    const locked = { status: 409, body: { 'error-code': 9018 } };
    const forbidden = { status: 403, body: { error: 'forbidden' } };
    orcid.willAnswer(locked, forbidden);
    await expect(client.records.biography(access)).rejects.toMatchObject({ code: 'record-locked' });
    await expect(client.status.isUp()).rejects.toMatchObject({ code: 'client-refused' });
  });

  it.each([
    ['may have removed it', { status: 500, body: { 'error-code': 9008 } }, 'removed'],
    ['was turned away', { status: 503, body: '<html>slow down</html>' }, 'item-gone'],
  ])(
    'takes an item that is absent at a second try for removed when the first %s, else not',
    async (_, first, expected) => {
      orcid.willAnswer(first, { status: 404, body: { 'error-code': 9016 } });
      const removal = client.items.remove(access, 'employment', parsePutCode('7')).then(
        () => 'removed',
        (error: unknown) => (error as { code: string }).code,
      );
      expect(await removal).toBe(expected);
    },
  );

  it('remembers that a first try may have had an effect when the second had no effect', async () => {
    orcid.willAnswer('hang-up', { status: 429, headers: { 'Retry-After': '3600' }, body: 'slow down' });
    await expect(client.items.remove(access, 'employment', parsePutCode('7'))).rejects.toMatchObject({
      code: 'orcid-unavailable',
      effect: 'unknown',
    });
    expect(orcid.seen).toHaveLength(2);
  });
});
