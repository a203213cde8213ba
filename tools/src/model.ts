import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';
import { runModel } from './model-run.ts';

/**
 * `npm run model [-- --cases 20000 --seed 1]`: the long form of the model of people's records: so many lives in which
 * anything happens, in any order. With `--path` and `--commands` of a failure that one life again.
 */

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { cases: text, seed: text, path: text, commands: text } });
const { cases = '20000', seed = Math.floor(Math.random() * 2 ** 31), path, commands } = values;

await buildAll();
const begun = performance.now();
const { failed } = await runModel({ cases: Number(cases), seed: Number(seed), path, commands });
console.log(`\n${failed === 0 ? 'No promise was broken' : 'A promise was broken'} in ${seconds(begun)} s.`);
process.exit(failed === 0 ? 0 : 1);

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
