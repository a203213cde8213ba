import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildAll } from './build.ts';
import { runJest } from './test-run.ts';

/**
 * `npm test [-- [part] [place …] [options]]`: every test of the project, and at the end one line that says how many passed
 * and failed. A part is `unit`, `int` or `e2e`; a place is a piece of a path; options are Jest's, such as `-t 'a name'`.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Jest holds a pattern against the whole path, so that a word of the checkout's own folder would fit every test. */
const INSIDE_ROOT = `${RegExp.escape(ROOT + path.sep)}.*`;
const INSIDE = globSync('{apps,libs,tools}/**/jest.config.js', { cwd: ROOT, exclude: ['**/node_modules/**'] }).map(
  (file) => path.dirname(file),
);
const PARTS = {
  /** Without input and output. */
  unit: (place: string) => run(INSIDE, `${place}[.]spec[.]tsx?$`),
  /** With sockets, databases and the local ORCID: `.int-spec`, `.contract-spec`, the conformance suite. */
  int: (place: string) => run(INSIDE, `${place}-spec[.]tsx?$`),
  /** The whole product in a real browser. */
  e2e: (place: string) => run(['test'], `${place}e2e-spec[.]ts$`),
} as const;

const given = process.argv.slice(2);
const part = isPart(given[0]) ? given[0] : undefined;
const rest = part === undefined ? given : given.slice(1);
const firstOption = rest.findIndex((word) => word.startsWith('-'));
const places = firstOption < 0 ? rest : rest.slice(0, firstOption);
const options = rest.slice(places.length);

process.exit((await runAll()) ? 0 : 1);

async function runAll(): Promise<boolean> {
  await buildAll();
  const where = places.length === 0 ? '' : `(${places.join('|')}).*`;
  const { passed, failed } = await runJest([
    ...(part === undefined ? everything(where) : PARTS[part](where)),
    ...options,
  ]);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
}

/** In one run, so that the long tests of the whole product and the many short ones fill each other's gaps. */
function everything(where: string): string[] {
  return run([...INSIDE, 'test'], `${where}spec[.]tsx?$`);
}

/** Three at a time keep two cores busy: much of it is waiting. */
function run(projects: readonly string[], pattern: string): string[] {
  return [
    `--testPathPatterns=${INSIDE_ROOT}${pattern}`,
    `--maxWorkers=${availableParallelism() + 1}`,
    '--projects',
    ...projects,
  ];
}

function isPart(word: string | undefined): word is keyof typeof PARTS {
  return word !== undefined && Object.hasOwn(PARTS, word);
}
