import { jest } from '@jest/globals';
import { useStack } from '../support/stack-in-test.ts';
import { algorithms } from './attacks/algorithms.ts';
import { content } from './attacks/content.ts';
import { encryption } from './attacks/encryption.ts';
import { genuine } from './attacks/genuine.ts';
import { identity } from './attacks/identity.ts';
import { heavy, parsing } from './attacks/parsing.ts';
import { signatures } from './attacks/signatures.ts';
import { transport } from './attacks/transport.ts';
import { wrapping } from './attacks/wrapping.ts';
import { type Outcome, sendAll } from './forge/send-all.ts';
import type { Recipe } from './forge/recipe.ts';
import { SamlEndpoint } from './forge/saml-endpoint.ts';
import { makeParties, trustProviders, PROVIDER } from './forge/trusted-providers.ts';

const CLASSES = Object.entries({
  'whose signatures are missing, broken or somebody else’s': signatures,
  'that wrap a genuine signature': wrapping,
  'whose algorithms are weak': algorithms,
  'that trick parsers': parsing,
  'that are genuine and not for us, now': content,
  'that are genuine and about nobody we could know': identity,
  'whose encryption is unsafe': encryption,
  'that are small and hard to read': heavy,
  'that come the wrong way': transport,
});
const HOSTILE = CLASSES.flatMap(([, recipes]) => recipes);

/** The one text of each status; only the incident differs. */
const TITLES = { 400: 'The sign-in did not work', 404: 'There is no such page', 413: 'We could not read this request' };

/** What the library could refuse by itself. At its strictest it still accepts at least so many of these. */
const LIBRARY_MATTERS = [signatures, wrapping, algorithms, parsing, content, encryption].flat();
const FEWEST_ACCEPTED = 100;
/** What the library makes of each message takes longer than all the rest, and changes only with the library. */
const isLong = process.env['TEST_SOAK'] !== undefined;

describe('an answer of an identity provider', () => {
  const context = useStack();
  let outcomes: ReadonlyMap<Recipe, Outcome>;

  beforeAll(async () => {
    const parties = await makeParties(context.stack.portalCredential);
    await trustProviders(context.stack, parties);
    const endpoint = new SamlEndpoint(context.stack.addresses.portal, PROVIDER);
    // The library's XML parser tells the console what it makes of broken XML.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const forLibrary = new Set(isLong ? [...genuine, ...LIBRARY_MATTERS] : []);
    outcomes = await sendAll([...genuine, ...HOSTILE], endpoint, parties, forLibrary);
  });

  const outcomeOf = (recipe: Recipe): Outcome => outcomes.get(recipe)!;
  const incidentIn = ({ text }: Outcome): string => /\b[A-HJKMNP-Z]{10}\b/.exec(text)?.[0] ?? '';

  describe('is accepted', () => {
    it.each(genuine)('with $name', (recipe) => {
      const { status, location, cookies } = outcomeOf(recipe);
      expect({ status, location }).toEqual({ status: 303, location: '/connection' });
      expect(cookies).toEqual([expect.stringMatching(/^ligature-session=/)]);
    });
  });

  describe.each(CLASSES)('is refused, of those %s', (_, recipes) => {
    it.each(recipes)('$name', (recipe) => {
      const { status, text, cookies } = outcomeOf(recipe);
      const { status: expected = 400 } = recipe;
      expect({ status, cookies }).toEqual({ status: expected, cookies: [] });
      expect(/<h1>([^<]*)<\/h1>/.exec(text)?.[1]).toBe(TITLES[expected]);
      expect(text).not.toMatch(/mallory|elsewhere|alert\(1\)|node_modules|Error:/);
    });
  });

  it('tells everybody who is refused the same, but for a code by which the log tells why', () => {
    const refused = HOSTILE.map(outcomeOf).filter(({ status }) => status === 400);
    const texts = new Set(refused.map((outcome) => outcome.text.replace(incidentIn(outcome), '')));
    expect(texts.size).toBe(1);
    const reasons = reasonsIn(context.stack.logs());
    expect(refused.filter((outcome) => !reasons.has(incidentIn(outcome)))).toEqual([]);
    expect(context.stack.logs()).not.toMatch(/mallory|u-1@example|PHNhbWxwO/);
  });

  it('makes nobody known whom it should not', async () => {
    const known = await context.stack.database.query(`select distinct identifier from person_identity`);
    expect(known).toEqual([{ identifier: 'u-1@example.edu' }]);
  });

  if (isLong)
    it('is often enough let in by the library alone for this to be worth while', () => {
      const accepted = (recipes: readonly Recipe[]): number =>
        recipes.filter((recipe) => outcomeOf(recipe).isAcceptedByLibrary).length;
      expect(accepted(genuine)).toBe(genuine.length);
      expect(accepted(LIBRARY_MATTERS)).toBeGreaterThanOrEqual(FEWEST_ACCEPTED);
    });
});

function reasonsIn(log: string): ReadonlyMap<string, string> {
  const lines = log.split('\n').filter((line) => line.includes('A sign-in was refused.'));
  return new Map(
    lines
      .map((line) => JSON.parse(line) as { incident: string; reason: string })
      .map(({ incident, reason }) => [incident, reason]),
  );
}
