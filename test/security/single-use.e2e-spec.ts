import { useStack } from '../support/stack-in-test.ts';
import { type Asked, authentication, minutes } from './forge/facts.ts';
import { buildMessage, type Parties, post } from './forge/recipe.ts';
import { type Answered, type BegunAt, SamlEndpoint } from './forge/saml-endpoint.ts';
import { makeParties, trustProviders, PROVIDER } from './forge/trusted-providers.ts';

const HONEST = { name: 'honest' };

describe('a sign-in', () => {
  const context = useStack();
  let parties: Parties;
  let endpoint: SamlEndpoint;

  beforeAll(async () => {
    parties = await makeParties(context.stack.portalCredential);
    await trustProviders(context.stack, parties);
    endpoint = new SamlEndpoint(context.stack.addresses.portal, PROVIDER);
  });

  const answerTo = async (begun: BegunAt) =>
    post(HONEST, await buildMessage(HONEST, begun, parties), begun, begun.relayState);
  const count = async (table: string): Promise<number> =>
    (await context.stack.database.query(`select 1 from ${table}`)).length;
  const people = async (): Promise<number> =>
    (await context.stack.database.query(`select distinct person_id from person_identity`)).length;
  const statuses = (answers: readonly Answered[]): number[] => answers.map(({ status }) => status).sort();

  it('lets in one of twenty that come back at once, with one session and one person', async () => {
    const begun = await endpoint.begin();
    const delivery = await answerTo(begun);
    const before = await count('session_record');
    const answers = await Promise.all(Array.from({ length: 20 }, () => endpoint.deliver(delivery, begun)));
    expect(statuses(answers)).toEqual([303, ...Array.from({ length: 19 }, () => 400)]);
    expect((await count('session_record')) - before).toBe(1);
    expect(await people()).toBe(1);
  });

  it('makes one person of several who come for the first time at once', async () => {
    await context.stack.database.query(`truncate person cascade`);
    const begun = await Promise.all(Array.from({ length: 6 }, () => endpoint.begin()));
    const answers = await Promise.all(begun.map(async (one) => endpoint.deliver(await answerTo(one), one)));
    expect(statuses(answers)).toEqual([303, 303, 303, 303, 303, 303]);
    expect(await people()).toBe(1);
  });

  it('is not used up when the person cannot be let in for a fault of ours, and works when it is mended', async () => {
    const begun = await endpoint.begin();
    const delivery = await answerTo(begun);
    await context.stack.database.query(`alter table session_record rename to session_record_away`);
    const failed = await endpoint.deliver(delivery, begun);
    await context.stack.database.query(`alter table session_record_away rename to session_record`);
    expect(failed.status).toBe(500);
    expect(failed.text).not.toMatch(/session_record|node_modules/);
    expect((await endpoint.deliver(delivery, begun)).status).toBe(303);
  });

  it('ends the session before in the same browser, though the answer comes from another site without its cookie', async () => {
    const signIn = async (before?: string): Promise<string> => {
      const begun = await endpoint.begin(before);
      const { cookies } = await endpoint.deliver(await answerTo(begun), begun);
      return cookies[0] ?? '';
    };
    const [elsewhere, first] = [await signIn(), await signIn()];
    expect(await endpoint.isSignedIn(first)).toBe(true);
    const second = await signIn(first);
    const known = await Promise.all([elsewhere, first, second].map((cookie) => endpoint.isSignedIn(cookie)));
    expect(known).toEqual([true, false, true]);
  });

  it('lasts no longer than the provider says', async () => {
    const begun = await endpoint.begin();
    const SessionNotOnOrAfter = minutes(begun, 7);
    const says = {
      name: 'short',
      says: (asked: Asked) => ({ authenticationXml: authentication(asked, { SessionNotOnOrAfter }) }),
    };
    await endpoint.deliver(post(says, await buildMessage(says, begun, parties), begun, begun.relayState), begun);
    const kept = await context.stack.database.query<{ ends: Date }>(
      `select expires_at as ends from session_record where data -> 'providerSession' ->> 'endsAt' = $1`,
      [SessionNotOnOrAfter],
    );
    expect(kept.map(({ ends }) => ends.toISOString())).toEqual([SessionNotOnOrAfter]);
  });

  it('gives a session that was not known before, whatever cookie the browser had', async () => {
    const planted = 'ligature-session=s%3Aplanted.AAAA';
    const begun = await endpoint.begin();
    const { cookies } = await endpoint.deliver(await answerTo(begun), {
      ...begun,
      cookie: `${begun.cookie}; ${planted}`,
    });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).not.toContain('planted');
    const [first] = await context.stack.database.query<{ data: object }>(`select data from session_record limit 1`);
    expect(first?.data).toMatchObject({ roles: [], providerSession: { provider: PROVIDER, sessionIndex: 's-1' } });
  });
});
