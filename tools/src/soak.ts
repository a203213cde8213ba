import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';
import { runModel } from './model-run.ts';
import { sampleOf, type TestTitle, titlesIn } from './soak/test-titles.ts';
import { RESULTS, runJest } from './test-run.ts';
import { selectTests } from './test-selection.ts';

/**
 * `npm run soak [-- tests alone model] [--sample 50]`: the long forms of the tests, for a night or before a release; all three
 * unless some are named.
 * - `tests`: all of them, with ten times the runs of each property and those of each file in random order
 * - `alone`: a sample of those that passed then, one by one
 * - `model`: the model of people's records (`npm run model`)
 */

const PROPERTY_RUNS = 1000;
const MODEL_CASES = 20_000;
/** What the last `tests` wrote. */
const PASSED = path.join(path.dirname(RESULTS), 'soak.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '50' } },
});
/** Each gives how many tests failed in it. */
const PARTS = { tests: allTests, alone: () => oneByOne(Number(values.sample)), model } as const;
const names = Object.keys(PARTS);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No part of the soak is called ${unknown.join(', ')}. There are: ${names.join(', ')}`);
  process.exit(1);
}

await buildAll();
let failed = 0;
for (const [name, part] of Object.entries(PARTS))
  if (positionals.length === 0 || positionals.includes(name)) failed += await part();
process.exit(failed === 0 ? 0 : 1);

async function allTests(): Promise<number> {
  console.log('All tests, those of each file in random order, and properties ten times as often.');
  const counts = await runJest([...selectTests('all', []), '--randomize'], {
    TEST_SOAK: 'yes',
    TEST_PROPERTY_RUNS: String(PROPERTY_RUNS),
  });
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  if (existsSync(RESULTS)) copyFileSync(RESULTS, PASSED);
  return counts.failed;
}

async function oneByOne(size: number): Promise<number> {
  if (!existsSync(PASSED)) {
    console.error('Which tests there are is known after `npm run soak -- tests`.');
    return 1;
  }
  const sample = sampleOf(titlesIn(readFileSync(PASSED, 'utf8')), size);
  const notAlone = await failingAlone(sample);
  console.log(`\n${sample.length - notAlone.length} of ${sample.length} tests pass alone.`);
  for (const { file, name } of notAlone) console.log(`  Fails alone: ${path.relative(process.cwd(), file)}: ${name}`);
  return notAlone.length;
}

async function model(): Promise<number> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  return (await runModel({ cases: MODEL_CASES, seed })).failed;
}

async function failingAlone(titles: readonly TestTitle[]): Promise<TestTitle[]> {
  const found: TestTitle[] = [];
  for (const title of titles) {
    const { file, name } = title;
    const only = [`--runTestsByPath`, file, `--testNamePattern=^${RegExp.escape(name)}$`];
    const counts = await runJest([...selectTests('all', []).filter((word) => !word.startsWith('--testPath')), ...only]);
    if (counts.failed > 0 || counts.passed === 0) found.push(title);
  }
  return found;
}
