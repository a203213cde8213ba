import { isAcceptedByBareLibrary } from './bare-library.ts';
import { buildMessage, type Parties, type Delivery, post, type Recipe } from './recipe.ts';
import type { Answered, BegunAt, SamlEndpoint } from './saml-endpoint.ts';

/** What became of one message. */
export interface Outcome extends Answered {
  /** Whether the library alone would let it in; asked at the same time, for messages expire. */
  readonly isAcceptedByLibrary: boolean;
}

const AT_ONCE = 6;

/**
 * Sends every message once, each in a sign-in of its own, a few at a time.
 * @param forLibrary those that the library is asked about too
 */
export async function sendAll(
  recipes: readonly Recipe[],
  endpoint: SamlEndpoint,
  parties: Parties,
  forLibrary: ReadonlySet<Recipe>,
): Promise<ReadonlyMap<Recipe, Outcome>> {
  const outcomes = new Map<Recipe, Outcome>();
  const waiting = [...recipes];
  const work = async (): Promise<void> => {
    for (let recipe = waiting.pop(); recipe !== undefined; recipe = waiting.pop())
      outcomes.set(recipe, await attempt(recipe, endpoint, parties, forLibrary.has(recipe)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

async function attempt(
  recipe: Recipe,
  endpoint: SamlEndpoint,
  parties: Parties,
  isForLibrary: boolean,
): Promise<Outcome> {
  const begun = await endpoint.begin();
  const delivery = post(recipe, await buildMessage(recipe, begun, parties), begun, begun.relayState);
  const message = delivery.fields.find(([name]) => name === 'SAMLResponse')?.[1] ?? '';
  const isAcceptedByLibrary = isForLibrary && (await isAcceptedByBareLibrary(message, begun, parties));
  const answered = await endpoint.deliver(delivery, await browserOf(delivery, begun, endpoint));
  return { ...answered, isAcceptedByLibrary };
}

async function browserOf({ cookie = 'own' }: Delivery, begun: BegunAt, endpoint: SamlEndpoint): Promise<BegunAt> {
  if (cookie === 'own') return begun;
  return { ...begun, cookie: cookie === 'none' ? '' : (await endpoint.begin()).cookie };
}
