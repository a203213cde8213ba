import fc from 'fast-check';
import { type Happenings, happenings } from './commands.ts';
import { Expectations } from './expectations.ts';
import { Life } from './life.ts';
import type { ModelApp } from './model-app.ts';
import { settle } from './settle.ts';
import { type Key, KEYS } from './statements.ts';

/** So many things happen in one life at most. */
const LONGEST = 30;
/** How long a counterexample is made smaller: a test has a limit of its own. */
const SHRINKING_MS = 15_000;
const EVERYTHING = ['/read-limited', '/activities/update', '/person/update'] as const;

/** Some lives, drawn from a seed; with a path and commands of an earlier failure, that one again. */
export interface Portion {
  readonly seed: number;
  readonly cases: number;
  readonly path?: string | undefined;
  readonly commands?: string | undefined;
}

/** @throws with the smallest life found in which a promise is broken, and how to live it again */
export async function liveThrough(model: ModelApp, { seed, cases, path, commands }: Portion): Promise<void> {
  await model.talkToOrcid();
  let giveUpAt = Infinity;
  const attempt = async (known: readonly Key[], happening: Happenings): Promise<void> => {
    if (performance.now() > giveUpAt) return;
    try {
      await live(model, known, happening);
      // A life that is lived again and breaks nothing any more has no smaller ones.
      if (path !== undefined) giveUpAt = 0;
    } catch (error) {
      giveUpAt = Math.min(giveUpAt, performance.now() + SHRINKING_MS);
      throw error;
    }
  };
  const property = fc.asyncProperty(fc.subarray([...KEYS], { minLength: 1 }), happenings(LONGEST, commands), attempt);
  const again = path === undefined ? {} : { path, endOnFailure: true };
  await fc.assert(property, { seed, numRuns: cases, ...again });
}

/** Somebody connects of whom something is known; then things happen; in the end all must be as it is asserted. */
async function live(model: ModelApp, known: readonly Key[], happening: Happenings): Promise<void> {
  const life = await Life.begin(model);
  const expected = new Expectations();
  await life.stateAll(known.map((key) => expected.state({ key, variant: 0, hasEnded: false }, true)));
  await life.connect(EVERYTHING);
  try {
    await fc.asyncModelRun(() => ({ model: expected, real: life }), happening);
    await settle(life);
    // Whoever comes back finds everything as it should be.
    if ((await life.connection()) === undefined) await life.connect(EVERYTHING).then(() => settle(life));
    await expected.verify(life);
    await expected.verifySettled(life);
  } finally {
    life.end();
  }
}
