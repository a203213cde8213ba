import { globSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { type Counts, runJest } from './test-run.ts';

/**
 * `npm test [-- [part] [place] [options]]`: every test of the project, and at the end one line that says how many passed
 * and failed. A part is `unit`, `int` or `e2e`; a place is a piece of a path; options are Jest's, such as `-t 'a name'`.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const PARTS = {
  /** Without input and output. */
  unit: (place: string) => inside(`${place}[.]spec[.]tsx?$`),
  /** With sockets, databases and the local ORCID: `.int-spec`, `.contract-spec`, the conformance suite. */
  int: (place: string) => inside(`${place}-spec[.]tsx?$`),
  /** The whole product in a real browser; three houses at a time keep two cores busy, for much of it is waiting. */
  e2e: (place: string) => ['--projects', 'test', '--maxWorkers=3', `--testPathPatterns=${place}e2e-spec[.]ts$`],
} as const;

const given = process.argv.slice(2);
const part = isPart(given[0]) ? given[0] : undefined;
const rest = part === undefined ? given : given.slice(1);
const place = rest[0]?.startsWith('-') === false ? rest[0] : undefined;
const options = place === undefined ? rest : [...rest.slice(1), '--passWithNoTests'];

process.exit((await runAll()) ? 0 : 1);

async function runAll(): Promise<boolean> {
  const counts: Counts[] = [];
  await buildAll();
  for (const args of runs(place === undefined ? '' : `${place}.*`)) counts.push(await runJest([...args, ...options]));
  const sum = (of: (count: Counts) => number): number => counts.reduce((total, count) => total + of(count), 0);
  const failed = sum((count) => count.failed);
  console.log(`\n${sum((count) => count.passed)} passed, ${failed} failed`);
  return failed === 0;
}

function runs(where: string): string[][] {
  return part === undefined ? [inside(`${where}spec[.]tsx?$`), PARTS.e2e(where)] : [PARTS[part](where)];
}

function isPart(word: string | undefined): word is keyof typeof PARTS {
  return word !== undefined && Object.hasOwn(PARTS, word);
}

function inside(pattern: string): string[] {
  const projects = globSync('{apps,libs,tools}/**/jest.config.js', { cwd: ROOT, exclude: ['**/node_modules/**'] });
  return [`--testPathPatterns=${pattern}`, '--projects', ...projects.map((file) => path.dirname(file))];
}
