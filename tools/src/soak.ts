import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { runModel } from './model-run.ts';
import { sampleOf, type TestTitle, titlesIn } from './soak/test-titles.ts';
import { RESULTS, runJest } from './test-run.ts';
import { selectTests } from './test-selection.ts';

/**
 * `npm run soak [-- how many]`: the long forms of the tests, for a night or before a release. All tests with ten times the
 * runs of each property and those of each file in random order; then so many of them (50) one by one, each alone; then the
 * model of people's records (`npm run model`).
 */

const PROPERTY_RUNS = 1000;
const MODEL_CASES = 20_000;
const alone = Number(process.argv[2] ?? 50);

await buildAll();
console.log('All tests, those of each file in random order, and properties ten times as often.');
const { passed, failed } = await runJest([...selectTests('all', []), '--randomize'], {
  TEST_SOAK: 'yes',
  TEST_PROPERTY_RUNS: String(PROPERTY_RUNS),
});
console.log(`\n${passed} passed, ${failed} failed`);
const sample = existsSync(RESULTS) ? sampleOf(titlesIn(readFileSync(RESULTS, 'utf8')), alone) : [];
const notAlone = await failingAlone(sample);
console.log(`\n${sample.length - notAlone.length} of ${sample.length} tests pass alone.`);
for (const { file, name } of notAlone) console.log(`  Fails alone: ${path.relative(process.cwd(), file)}: ${name}`);
const model = await runModel({ cases: MODEL_CASES, seed: Math.floor(Math.random() * 2 ** 31) });
process.exit(failed + notAlone.length + model.failed === 0 ? 0 : 1);

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
