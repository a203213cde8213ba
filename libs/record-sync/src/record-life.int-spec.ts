import { ModelApp } from './testing/model/model-app.ts';
import { liveThrough, type Portion } from './testing/model/portion.ts';

/**
 * The life of a person's record as a model: whatever happens, in whatever order, on both sides, and whenever our process
 * dies or ORCID fails. `npm run model` lives many more lives.
 */

const CASES = 40;
const PORTIONS = 2;
const given = process.env;
const isLong = given['TEST_MODEL_CASES'] !== undefined;

describe('the life of a person’s record', () => {
  let model: ModelApp;

  beforeAll(async () => {
    model = await ModelApp.start();
  });

  afterAll(() => model.stop());

  if (given['TEST_MODEL_PATH'] !== undefined) {
    it('breaks no promise where it once did', () => liveThrough(model, theOneAgain()));
  } else {
    it.each(portions())('breaks no promise, and ends as the institution asserts it (%s)', async (_, portion) => {
      await liveThrough(model, portion).catch(sayAtOnce);
      if (isLong) process.stderr.write(`${portion.cases} more lives are over.\n`);
    });
  }
});

/** Jest says it when all are over. */
function sayAtOnce(error: Error): never {
  if (isLong) process.stderr.write(`${error.message}\n${String(error.cause)}\n`);
  throw error;
}

function theOneAgain(): Portion {
  const { TEST_MODEL_SEED: seed, TEST_MODEL_PATH: path, TEST_MODEL_COMMANDS: commands } = given;
  return { seed: Number(seed), cases: 1, path, commands };
}

/** So many as were asked for; else some that are always the same: new ones are for long runs, whose failures have nothing else to blame. */
function portions(): (readonly [string, Portion])[] {
  const first = Number(given['TEST_MODEL_SEED'] ?? 42);
  const count = Math.ceil(Number(given['TEST_MODEL_CASES'] ?? PORTIONS * CASES) / CASES);
  const fixed = Array.from({ length: count }, (_, at) => first + at);
  return fixed.map((seed) => [`seed ${seed}`, { seed, cases: CASES }] as const);
}
