import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildAll } from './build.ts';
import { packagesMissingFrom } from './checks/lockfile.ts';
import { unenforcedRules } from './checks/lint-refusals.ts';
import { metaphors } from './checks/metaphors.ts';
import { untaggedProjects } from './checks/tags.ts';
import { artefacts } from './generated/artefacts.ts';
import { readLockfile } from './lockfile.ts';

/** `npm run check`: everything that can be known of the code without running its tests. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** A check, and what it found wrong. */
type Check = () => string[] | Promise<string[]>;

/** What reads little. The last one leaves the project graph behind, without which lint is silent about boundaries. */
const FIRST: Readonly<Record<string, Check>> = {
  'the lockfile names every package of every platform': () => packagesMissingFrom(readLockfile(ROOT)),
  'every project has its tag': () => untaggedProjects(ROOT),
  'code and documents use the terms of the field': () => metaphors(ROOT),
  'the project references are in step': () => run('nx', 'sync:check'),
};

const CODE: Readonly<Record<string, Check>> = {
  'the code is formatted': () => run('prettier', '--check', '--log-level=warn', '.'),
  'the types hold': () => run('nx', 'run-many', '-t', 'typecheck'),
  'lint refuses bad code': () => unenforcedRules(ROOT),
  'generated files are current': staleArtefacts,
};

/** As long as all of `CODE`, so it runs beside it; in one process, which reads each type once. */
const LINT: Readonly<Record<string, Check>> = {
  'lint finds nothing, boundaries included': () => run('eslint', '--max-warnings=0', '.'),
};

const results = [await checkAll(FIRST), ...(await Promise.all([checkAll(CODE), checkAll(LINT)]))];
process.exit(results.every(Boolean) ? 0 : 1);

async function checkAll(checks: Readonly<Record<string, Check>>): Promise<boolean> {
  let isGood = true;
  for (const [name, check] of Object.entries(checks)) {
    const faults = await check();
    console.log([`${faults.length === 0 ? 'ok    ' : 'WRONG '} ${name}`, ...faults].join('\n         '));
    isGood &&= faults.length === 0;
  }
  return isGood;
}

/** Runs a program of the project; its output is shown when it fails. */
async function run(program: string, ...args: string[]): Promise<string[]> {
  try {
    await execute(program, args, { cwd: ROOT, maxBuffer: 1 << 28 });
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return [`${program} ${args.join(' ')}`, ...`${stdout}${stderr}`.trim().split('\n')];
  }
}

async function staleArtefacts(): Promise<string[]> {
  await buildAll();
  const stale = (await artefacts()).filter(({ isCurrent }) => !isCurrent);
  return stale.map(({ file }) => `${path.relative(ROOT, file)} is not what the code says; run: npm run generate`);
}
