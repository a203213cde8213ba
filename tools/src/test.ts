import { globSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { type Counts, runJest } from './test-run.ts';

/**
 * `npm test`: every test of the project, and at the end one line that says how many passed and failed.
 * `npm test -- unit`, `-- int` and `-- e2e` run a part; further arguments go to Jest (a part of a path, `-t 'a name'`).
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const PARTS = {
  /** Without input and output. */
  unit: () => inside('[.]spec[.]tsx?$'),
  /** With sockets, databases and the local ORCID: `.int-spec`, `.contract-spec`, the conformance suite. */
  int: () => inside('-spec[.]tsx?$'),
  /** The whole product in a real browser. */
  e2e: () => ['--projects', 'test', '--maxWorkers=2'],
} as const;

const [first = '', ...rest] = process.argv.slice(2);
const part = Object.keys(PARTS).find((name) => name === first) as keyof typeof PARTS | undefined;
const further = part === undefined ? process.argv.slice(2) : rest;

process.exit((await runAll()) ? 0 : 1);

async function runAll(): Promise<boolean> {
  const counts: Counts[] = [];
  await buildAll();
  for (const args of part === undefined ? [inside('spec[.]tsx?$'), PARTS.e2e()] : [PARTS[part]()]) {
    counts.push(await runJest([...args, ...further]));
  }
  const sum = (of: (count: Counts) => number): number => counts.reduce((total, count) => total + of(count), 0);
  const failed = sum((count) => count.failed);
  console.log(`\n${sum((count) => count.passed)} passed, ${failed} failed`);
  return failed === 0;
}

function inside(pattern: string): string[] {
  const projects = globSync('{apps,libs,tools}/**/jest.config.js', { cwd: ROOT, exclude: ['**/node_modules/**'] });
  return [`--testPathPatterns=${pattern}`, '--projects', ...projects.map((file) => path.dirname(file))];
}
