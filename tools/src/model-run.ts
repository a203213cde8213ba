import { type Counts, runJest } from './test-run.ts';
import { selectTests } from './test-selection.ts';

/** Which lives of `libs/record-sync/src/record-life.int-spec.ts` are lived. */
export interface ModelRun {
  readonly cases: number;
  readonly seed: number;
  /** Both as a failure named them, to live that one again. */
  readonly path?: string | undefined;
  readonly commands?: string | undefined;
}

/** Runs the model of people's records, and says how to see a failure again. */
export async function runModel({ cases, seed, path, commands }: ModelRun): Promise<Counts> {
  console.log(path === undefined ? `${cases} lives from seed ${seed} on.` : `One life again, of seed ${seed}.`);
  const counts = await runJest(selectTests('int', ['record-life']), {
    TEST_MODEL_CASES: String(cases),
    TEST_MODEL_SEED: String(seed),
    ...(path !== undefined && { TEST_MODEL_PATH: path }),
    ...(commands !== undefined && { TEST_MODEL_COMMANDS: commands }),
  });
  if (counts.failed > 0) console.log(AGAIN);
  return counts;
}

const AGAIN = `
To see a failure again, with what it says above:
  npm run model -- --seed <seed> --path <path> --commands <replayPath>`;
