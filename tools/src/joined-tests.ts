import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the joined files are, a Jest project of their own (`tools/jest.joined.config.js`). */
const FOLDER = 'test-output/joined';
/** Files about the same things are neighbours, and use the same modules. */
const TESTS = '{src,conformance}/**/*spec.{ts,tsx}';
/** As many in one: more would leave a processor idle at the end, fewer load a thousand modules (two seconds) more often. */
const MOST_IN_ONE = 12;

/**
 * Writes a few test files that hold all others. Jest loads every module anew for every file, which was most of what the
 * small ones took.
 * @param root folder of the checkout @param projects folders in it whose tests are joined
 */
export function joinTests(root: string, projects: readonly string[]): void {
  const folder = path.join(root, FOLDER);
  const wanted = joinedFiles(root, projects);
  mkdirSync(folder, { recursive: true });
  for (const old of globSync('*', { cwd: folder })) if (!wanted.has(old)) rmSync(path.join(folder, old));
  // Another run in this checkout may be reading it.
  for (const [name, text] of wanted)
    if (!isWritten(path.join(folder, name), text)) writeFileSync(path.join(folder, name), text);
}

/** By name: tests without input and output apart from the others, for their limits of time are shorter. */
function joinedFiles(root: string, projects: readonly string[]): ReadonlyMap<string, string> {
  const files = projects
    .toSorted()
    .flatMap((project) => globSync(`${project}/${TESTS}`, { cwd: root }).toSorted())
    .map((file) => file.replaceAll(path.sep, '/'));
  const isUnit = (file: string): boolean => /\.spec\.tsx?$/.test(file);
  const named = [
    ['all.spec.ts', files.filter(isUnit)] as const,
    ...inParts(files.filter((file) => !isUnit(file))).map((part, at) => [`${at + 1}.int-spec.ts`, part] as const),
  ];
  return new Map(named.filter(([, part]) => part.length > 0).map(([name, part]) => [name, textOf(part)]));
}

function inParts(files: readonly string[]): string[][] {
  const count = Math.ceil(files.length / MOST_IN_ONE);
  const size = Math.ceil(files.length / count);
  return Array.from({ length: count }, (_, at) => files.slice(at * size, (at + 1) * size));
}

/** Each in a block of its own, so that its hooks are for its own tests. */
function textOf(files: readonly string[]): string {
  const blocks = files.map((file) => `describe('${file}', () => void load('../../${file}'));`);
  const lines = [
    "import { createRequire } from 'node:module';",
    'const load = createRequire(import.meta.url);',
    ...blocks,
  ];
  return `${lines.join('\n')}\n`;
}

function isWritten(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}
