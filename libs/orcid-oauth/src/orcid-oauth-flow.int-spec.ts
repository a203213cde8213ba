import { anOrcidId } from '@ligature/orcid-model/testing';
import { RoundTrip, REQUEST } from './testing/round-trip.ts';

const TOKEN = {
  access_token: 'a-token',
  refresh_token: 'r-token',
  token_type: 'bearer',
  expires_in: 631138518,
  scope: '/activities/update /read-limited',
  name: 'Ada Example',
  orcid: anOrcidId(),
};
const given = (change: object = {}) => ({ status: 200, body: { ...TOKEN, ...change } });

describe('the round trip to ORCID', () => {
  let trip: RoundTrip;

  beforeAll(async () => {
    trip = await RoundTrip.start();
  });

  beforeEach(() => {
    trip.orcid.seen.splice(0);
    trip.store.kept.clear();
  });

  afterAll(() => trip.stop());

  const presented = () => trip.orcid.seen.map(({ body }) => new URLSearchParams(body).get('code'));

  describe('at its beginning', () => {
    it('asks ORCID for these permissions in the person’s language, and to send the browser back here', async () => {
      const url = await trip.begin();
      expect(url.origin + url.pathname).toBe(`${trip.orcid.addresses.site}/oauth/authorize`);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        response_type: 'code',
        client_id: 'APP-EXAMPLE',
        redirect_uri: 'https://portal.example.edu/orcid/callback',
        scope: '/read-limited /activities/update',
        state: expect.stringMatching(/^[\w-]{43}$/) as string,
        lang: 'en',
        email: 'ada@example.edu',
        given_names: 'Ada',
      });
    });

    it('keeps whose it is for an hour, and the session only as a hash', async () => {
      const state = await trip.beginState();
      expect(trip.store.kept.get(state)).toMatchObject({ personId: 'ada', scopes: REQUEST.scopes });
      expect(JSON.stringify([...trip.store.kept])).not.toContain(REQUEST.sessionId);
      expect(trip.store.expiries.at(-1)).toBe('2026-11-22T11:00:00.000Z');
    });

    it('is for the institution whose portal it is begun at: its client, and its address', async () => {
      const url = await trip.begin({ institutionId: 'OTHER', address: { base: 'https://other.example.edu' } });
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        client_id: 'APP-OTHER',
        redirect_uri: 'https://other.example.edu/orcid/callback',
      });
    });

    it('has ORCID ask who is there, which it does only for the scope openid', async () => {
      const asked = Object.fromEntries((await trip.begin({ signsInAgain: true })).searchParams);
      expect(asked).toMatchObject({ prompt: 'login', scope: '/read-limited /activities/update openid' });
    });

    it('leaves it to ORCID otherwise', async () => {
      const asked = Object.fromEntries((await trip.begin()).searchParams);
      expect(asked).toMatchObject({ scope: '/read-limited /activities/update' });
      expect(asked).not.toHaveProperty('prompt');
    });

    it('has a state of its own in each tab, and each of them counts', async () => {
      const [one, other] = [await trip.beginState(), await trip.beginState()];
      trip.orcid.willAnswer(given(), given());
      expect(one).not.toBe(other);
      expect(await trip.finish({ code: 'c1', state: one })).toMatchObject({ kind: 'granted' });
      expect(await trip.finish({ code: 'c2', state: other })).toMatchObject({ kind: 'granted' });
    });
  });

  describe('when the person agreed', () => {
    it('gives what was granted, and says which text the person had read', async () => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given());
      expect(await trip.finish({ code: 'c0de', state })).toMatchObject({
        kind: 'granted',
        shownText: '2026-11/en',
        grant: { orcid: anOrcidId(), name: 'Ada Example', scopes: ['/activities/update', '/read-limited'] },
      });
      expect(Object.fromEntries(new URLSearchParams(trip.orcid.seen[0]?.body))).toEqual({
        grant_type: 'authorization_code',
        client_id: 'APP-EXAMPLE',
        client_secret: 'secret of EXAMPLE',
        code: 'c0de',
        redirect_uri: 'https://portal.example.edu/orcid/callback',
      });
    });

    it('tells of fewer permissions than were asked for, and of none that nobody gave', async () => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given({ scope: '/read-limited' }));
      expect(await trip.finish({ code: 'c', state })).toMatchObject({ grant: { scopes: ['/read-limited'] } });
    });

    it('takes the iD from ORCID’s answer only, whatever the address says', async () => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given());
      const query = { code: 'c', state, orcid: anOrcidId(666), scope: '/person/update' };
      expect(await trip.finish(query)).toMatchObject({
        grant: { orcid: anOrcidId(), scopes: ['/activities/update', '/read-limited'] },
      });
    });

    it('shows no token to whoever prints the outcome', async () => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given());
      expect(JSON.stringify(await trip.finish({ code: 'c', state }))).not.toContain('a-token');
    });
  });

  describe('when an answer comes again', () => {
    it('says that it was taken in before, and asks ORCID for nothing', async () => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given());
      await trip.finish({ code: 'c', state });
      trip.orcid.seen.splice(0);
      expect(await trip.finish({ code: 'c', state })).toEqual({ kind: 'repeated' });
      expect(trip.orcid.seen).toEqual([]);
    });

    it('says so of a refusal', async () => {
      const state = await trip.beginState();
      await trip.finish({ error: 'access_denied', state });
      expect(await trip.finish({ error: 'access_denied', state })).toEqual({ kind: 'repeated' });
    });

    it.each([
      ['another session', { sessionId: 'session-2' }],
      ['another person', { personId: 'bob' }],
      ['another institution', { institutionId: 'OTHER' }],
    ])('says nothing of it to %s', async (_, who) => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given());
      await trip.finish({ code: 'c', state });
      expect(await trip.finish({ code: 'c', state }, who)).toEqual({ kind: 'failed', reason: 'not-begun-here' });
    });

    it('does not say so of one that failed', async () => {
      const state = await trip.beginState();
      trip.orcid.willAnswer({ status: 400, body: { error: 'invalid_grant' } });
      expect(await trip.finish({ code: 'c', state })).toMatchObject({ kind: 'failed' });
      expect(await trip.finish({ code: 'c', state })).toEqual({ kind: 'failed', reason: 'not-begun-here' });
    });
  });

  describe('when the person refused', () => {
    it('says so, which is no failure, and asks ORCID for nothing', async () => {
      const state = await trip.beginState();
      expect(
        await trip.finish({ error: 'access_denied', error_description: '<b>User denied access</b>', state }),
      ).toEqual({
        kind: 'denied',
        shownText: '2026-11/en',
      });
      expect(trip.orcid.seen).toEqual([]);
    });

    it('does not believe it of a round trip that was not begun here', async () => {
      expect(await trip.finish({ error: 'access_denied', state: 'x' })).toEqual({
        kind: 'failed',
        reason: 'not-begun-here',
      });
    });
  });

  describe('believes an answer only', () => {
    const refused = { kind: 'failed', reason: 'not-begun-here' };

    afterEach(() => expect(trip.orcid.seen).toEqual([]));

    it.each([
      ['with a state', { code: 'c' }],
      ['with a state that was given here', { code: 'c', state: 'guessed' }],
      ['with one state', 'code=c&state=a&state=b'],
      ['with one code', 'code=c&code=d&state=a'],
      ['with a state that is text', 'code=c&state[x]=a'],
    ])('%s', async (_, query) => {
      expect(await trip.finish(query)).toEqual(refused);
    });

    it('in the session it was begun in', async () => {
      const state = await trip.beginState();
      expect(await trip.finish({ code: 'c', state }, { sessionId: 'session-2' })).toEqual(refused);
    });

    it('from the person who began it', async () => {
      const state = await trip.beginState();
      expect(await trip.finish({ code: 'c', state }, { personId: 'bob' })).toEqual(refused);
    });

    it('at the institution it was begun at, and leaves it to whoever began it', async () => {
      const state = await trip.beginState();
      expect(await trip.finish({ code: 'c', state }, { institutionId: 'OTHER' })).toEqual(refused);
      expect(await trip.finish({ error: 'access_denied', state })).toMatchObject({ kind: 'denied' });
    });

    it('from the ORCID it was begun at', async () => {
      const state = await trip.beginState();
      expect(await trip.finish({ code: 'c', state, iss: 'https://orcid.org.example' })).toEqual(refused);
    });

    it('while that ORCID is still ours', async () => {
      const state = await trip.beginState();
      trip.store.kept.set(state, { ...trip.store.kept.get(state)!, issuer: 'https://sandbox.orcid.org' });
      expect(await trip.finish({ code: 'c', state })).toEqual(refused);
    });
  });

  it('takes an answer that names its ORCID rightly', async () => {
    const state = await trip.beginState();
    trip.orcid.willAnswer(given());
    const iss = trip.orcid.addresses.site;
    expect(await trip.finish({ code: 'c', state, iss })).toMatchObject({ kind: 'granted' });
  });

  it('presents a code once, though the browser comes back twenty times at once', async () => {
    const state = await trip.beginState();
    trip.orcid.willAnswer(given());
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => trip.finish({ code: 'c', state })));
    expect(outcomes.filter(({ kind }) => kind === 'granted')).toHaveLength(1);
    expect(presented()).toEqual(['c']);
  });

  describe('never presents a code again, and has the person begin again,', () => {
    it.each([
      ['when the connection breaks', 'hang-up' as const, 'answer-lost', 'answer-lost'],
      ['when ORCID fails', { status: 500, body: { 'error-code': 9008 } }, 'answer-lost', 'answer-lost'],
      [
        'when ORCID answers with a page',
        { status: 200, body: '<html>maintenance</html>' },
        'answer-lost',
        'answer-lost',
      ],
      [
        'when ORCID takes no more requests',
        { status: 503, body: '<html>slow down</html>' },
        'orcid-unavailable',
        'not-begun-here',
      ],
    ])('%s', async (_, answer, reason, again) => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(answer);
      expect(await trip.finish({ code: 'c', state })).toEqual({ kind: 'failed', reason });
      expect(await trip.finish({ code: 'c', state })).toEqual({ kind: 'failed', reason: again });
      expect(presented()).toEqual(['c']);
    });
  });

  describe('hands over the token of a grant that cannot be read, to be ended,', () => {
    it.each([
      ['when the answer names no iD', { orcid: undefined }],
      ['when the check digit of the iD is wrong', { orcid: '0000-0002-1825-0098' }],
      ['when no permission is named', { scope: undefined }],
      ['when the token is of another kind', { token_type: 'mac' }],
      ['when the kind of the token is not named', { token_type: undefined }],
    ])('%s', async (_, change) => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(given(change));
      expect(await trip.finish({ code: 'c', state })).toMatchObject({
        kind: 'unreadable',
        token: { clientId: 'APP-EXAMPLE' },
        state,
      });
      expect(presented()).toEqual(['c']);
    });
  });

  it('keeps that a code is about to be sent before it is, and for as long as nobody knows what became of it', async () => {
    const [granted, refused, lost] = [await trip.beginState(), await trip.beginState(), await trip.beginState()];
    trip.orcid.willAnswer(given());
    await trip.finish({ code: 'c', state: granted });
    trip.orcid.willAnswer({ status: 400, body: { error: 'invalid_grant' } });
    await trip.finish({ code: 'd', state: refused });
    trip.orcid.willAnswer('hang-up');
    await trip.finish({ code: 'e', state: lost });
    const known = [granted, refused, lost].map((state) => trip.store.exchanges.get(state));
    expect(known).toEqual(['sent', undefined, 'lost']);
  });

  it.each([
    ['Ada\0 Example', 'Ada Example'],
    ['A'.repeat(5000), 'A'.repeat(400)],
    ['\0', null],
  ])('takes a name that no database keeps, or that is endless, as far as it is one', async (name, taken) => {
    const state = await trip.beginState();
    trip.orcid.willAnswer(given({ name }));
    expect(await trip.finish({ code: 'c', state })).toMatchObject({ grant: { name: taken } });
  });

  describe('says', () => {
    it.each([
      ['that ORCID does not take the code', { status: 400, body: { error: 'invalid_grant' } }, 'code-refused'],
      ['that ORCID does not know us', { status: 401, body: { error: 'invalid_client' } }, 'refused-request'],
      [
        'that ORCID does not understand us',
        { status: 400, body: { error: 'unsupported_grant_type' } },
        'refused-request',
      ],
    ])('%s', async (_, answer, reason) => {
      const state = await trip.beginState();
      trip.orcid.willAnswer(answer);
      expect(await trip.finish({ code: 'c', state })).toEqual({ kind: 'failed', reason });
    });

    it.each([
      ['that ORCID does not give what we ask for', { error: 'invalid_scope' }, 'refused-request'],
      ['that an answer is no answer when it says yes and no', { error: 'access_denied', code: 'c' }, 'refused-request'],
      ['that there is no answer in what came back', {}, 'no-answer'],
      ['that an empty code is none', { code: '' }, 'no-answer'],
      ['that an empty error is none', { error: '' }, 'no-answer'],
    ])('%s', async (_, answer, reason) => {
      const state = await trip.beginState();
      expect(await trip.finish({ ...answer, state })).toEqual({ kind: 'failed', reason });
      expect(trip.orcid.seen).toEqual([]);
    });

    it('that there is no answer in an empty address, since ORCID may put its error where no server sees it', async () => {
      await trip.beginState();
      expect(await trip.finish({})).toEqual({ kind: 'failed', reason: 'no-answer' });
    });
  });

  it('is no refusal of ORCID’s when something of ours is broken', async () => {
    const state = await trip.beginState();
    await trip.breakBudget(async () => {
      expect((await trip.comeBack({ code: 'c', state })).status).toBe(500);
    });
  });
});
