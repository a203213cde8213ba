import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** What Jest writes with --json, as far as it is read here (https://jestjs.io/docs/cli#--json). */
interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that broke before their tests ran. */
  readonly numRuntimeErrorTestSuites: number;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const SEQUENCER = path.join(ROOT, 'tools/src/jest/whole-product-first.mjs');
const RESULTS = path.join(ROOT, 'test-output/results.json');

/** Runs Jest. @returns what it counted; a file that broke, no test at all, or Jest itself breaking, counts as a failure */
export async function runJest(args: readonly string[]): Promise<Counts> {
  mkdirSync(path.dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  const command = [...NODE, JEST, '--json', `--outputFile=${RESULTS}`, `--testSequencer=${SEQUENCER}`, ...args];
  const status = await exitStatus(command);
  const { passed, failed } = readCounts();
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function exitStatus(command: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    // Jest writes its JSON to standard output too unless it is given a file; its report goes to standard error.
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
    child.once('exit', resolve);
    process.once('SIGTERM', () => child.kill('SIGTERM'));
  });
}

function readCounts(): Counts {
  try {
    const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as JestResults;
    return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
