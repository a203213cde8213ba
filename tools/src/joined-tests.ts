import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** As far as `jest.preset.js` looks for it. */
const FOLDER = 'test-output/joined';
/** A file that uses a database loads a thousand modules (two seconds); twice as many in one would leave a processor idle. */
const MOST_IN_ONE = 8;

/**
 * Writes for each project a few test files that hold all others. Jest loads every module anew for every file, which was
 * most of what the small ones took.
 * @param root folder of the checkout @param projects their folders in it
 */
export function joinTests(root: string, projects: readonly string[]): void {
  for (const project of projects) {
    const folder = path.join(root, project, FOLDER);
    const wanted = joinedFiles(root, project);
    mkdirSync(folder, { recursive: true });
    for (const old of globSync('*', { cwd: folder })) if (!wanted.has(old)) rmSync(path.join(folder, old));
    // Another run in this checkout may be reading it.
    for (const [name, text] of wanted)
      if (!isWritten(path.join(folder, name), text)) writeFileSync(path.join(folder, name), text);
  }
}

/** By name: tests without input and output apart from the others, for these alone can run without a database. */
function joinedFiles(root: string, project: string): ReadonlyMap<string, string> {
  const files = globSync('{src,conformance}/**/*spec.{ts,tsx}', { cwd: path.join(root, project) }).toSorted();
  const isUnit = (file: string): boolean => /\.spec\.tsx?$/.test(file);
  const named = [
    ...[files.filter(isUnit)].map((unit) => ['all.spec.ts', unit] as const),
    ...inParts(files.filter((file) => !isUnit(file))).map((part, at) => [`${at + 1}.int-spec.ts`, part] as const),
  ];
  return new Map(
    named.filter(([, part]) => part.length > 0).map(([name, part]) => [name, textOf(root, project, part)]),
  );
}

function inParts(files: readonly string[]): string[][] {
  const count = Math.ceil(files.length / MOST_IN_ONE);
  return Array.from({ length: count }, (_, at) => files.filter((_file, place) => place % count === at));
}

/** Each in a block of its own, so that its hooks are for its own tests. */
function textOf(root: string, project: string, files: readonly string[]): string {
  const up = path.relative(path.join(root, project, FOLDER), root);
  const blocks = files
    .map((file) => `${project}/${file}`)
    .map((file) => `describe('${file}', () => void load('${up}/${file}'));`);
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
