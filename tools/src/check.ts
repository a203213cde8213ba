import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build.ts';
import { packagesMissingFrom } from './checks/lockfile.ts';
import { toothlessRules } from './checks/lint-teeth.ts';
import { untaggedProjects } from './checks/tags.ts';
import { artefacts } from './generated/artefacts.ts';

/** `npm run check`: everything that can be known of the code without running its tests. */

const ROOT = path.resolve(import.meta.dirname, '../..');
/** A check, and what it found wrong. */
const CHECKS: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  'the lockfile names every package of every platform': () => packagesMissingFrom(path.join(ROOT, 'package-lock.json')),
  'every project has its tag': () => untaggedProjects(ROOT),
  'the code is formatted': () => run('prettier', '--check', '--log-level=warn', '.'),
  'the project references are in step': () => run('nx', 'sync:check'),
  'types and lint, boundaries included': () => run('nx', 'run-many', '-t', 'typecheck', 'lint'),
  'lint refuses bad code': () => toothlessRules(ROOT),
  'generated files are current': staleArtefacts,
};

let isGood = true;
for (const [name, check] of Object.entries(CHECKS)) {
  const faults = await check();
  console.log(`${faults.length === 0 ? 'ok    ' : 'WRONG '} ${name}`);
  for (const fault of faults) console.log(`         ${fault}`);
  isGood &&= faults.length === 0;
}
process.exit(isGood ? 0 : 1);

/** Runs a program of the project; its output is shown when it fails. */
function run(program: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? [] : [`${program} ${args.join(' ')}`, ...`${stdout}${stderr}`.trim().split('\n')];
}

async function staleArtefacts(): Promise<string[]> {
  await buildAll();
  const stale = (await artefacts()).filter(({ isCurrent }) => !isCurrent);
  return stale.map(({ file }) => `${path.relative(ROOT, file)} is not what the code says; run: npm run generate`);
}
