import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** `unit`: no input and output; `int`: sockets, databases, the local ORCID; `e2e`: the whole product in a real browser. */
export type Part = 'unit' | 'int' | 'e2e' | 'all';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Jest matches a pattern against the whole path, so that a word of the checkout's own folder would fit every test. */
const INSIDE_ROOT = `${RegExp.escape(ROOT + path.sep)}.*`;
const INSIDE = globSync('{apps,libs,tools}/**/jest.config.js', { cwd: ROOT, exclude: ['**/node_modules/**'] }).map(
  (file) => path.dirname(file),
);
const WHOLE_PRODUCT = 'test';

const PARTS: Readonly<Record<Part, { readonly projects: readonly string[]; readonly pattern: string }>> = {
  unit: { projects: INSIDE, pattern: '[.]spec[.]tsx?$' },
  int: { projects: INSIDE, pattern: '-spec[.]tsx?$' },
  e2e: { projects: [WHOLE_PRODUCT], pattern: 'e2e-spec[.]ts$' },
  // In one run, so that the long tests of the whole product and the many short ones fill each other's gaps.
  all: { projects: [...INSIDE, WHOLE_PRODUCT], pattern: 'spec[.]tsx?$' },
};

/** The projects whose test files can be joined (`joinTests`): those of the whole product are long enough. */
export const JOINABLE = INSIDE;
const JOINED = 'tools/jest.joined.config.js';

export function isPart(word: string | undefined): word is Part {
  return word !== undefined && Object.hasOwn(PARTS, word);
}

/** Jest's arguments. @param places pieces of paths, of which a test file's must have one; none for all files */
export function selectTests(part: Part, places: readonly string[]): string[] {
  const where = places.length === 0 ? '' : `(${places.join('|')}).*`;
  return select(where + PARTS[part].pattern, PARTS[part].projects);
}

/** Jest's arguments for all tests of a part, as `joinTests` joined them. */
export function selectJoined(part: Part): string[] {
  const { projects, pattern } = PARTS[part];
  return select(pattern, [...(part === 'e2e' ? [] : [JOINED]), ...projects.filter((one) => !INSIDE.includes(one))]);
}

function select(pattern: string, projects: readonly string[]): string[] {
  return [`--testPathPatterns=${INSIDE_ROOT}${pattern}`, `--maxWorkers=${workers()}`, '--projects', ...projects];
}

/** One more than there are processors: much of it is waiting. */
function workers(): number {
  return availableParallelism() + 1;
}
