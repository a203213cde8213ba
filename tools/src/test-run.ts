import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { removeLeftovers } from './jest/leftovers.ts';
import { type Progress, Watchdog } from './watchdog.ts';

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
/** Jest, and every program that a test starts, is compiled once. */
const COMPILE_CACHE = path.join(ROOT, 'node_modules/.cache/compile');
const REPORTERS = ['default', path.join(ROOT, 'tools/src/jest/report-progress.ts')];
/** How long what a killed run leaves behind may take to stop by itself. */
const STOP_WITHIN_MS = 5_000;
/** What the last run wrote. */
export const RESULTS = path.join(ROOT, 'test-output/results.json');

/**
 * Runs Jest.
 * @param env further environment for the tests
 * @returns what it counted; a file that broke, no test at all, or Jest itself breaking, counts as a failure
 */
export async function runJest(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Counts> {
  mkdirSync(path.dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  const options = [
    '--json',
    `--outputFile=${RESULTS}`,
    `--testSequencer=${SEQUENCER}`,
    ...REPORTERS.map((reporter) => `--reporters=${reporter}`),
  ];
  const command = [...NODE, JEST, ...options, ...args];
  const status = await exitStatus(command, env);
  const { passed, failed } = readCounts();
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

/** In a process group of its own, so that all of it can be ended, workers that hang included. */
function exitStatus(command: readonly string[], env: Readonly<Record<string, string>>): Promise<number | null> {
  return new Promise((resolve) => {
    // Jest writes its JSON to standard output too unless it is given a file; its report goes to standard error.
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    };
    const watchdog = new Watchdog((stillRunning) => {
      console.error(`\nNothing has happened for long; the run is ended. Still running:\n${stillRunning.join('\n')}`);
      end('SIGKILL');
    }, env['TEST_SOAK'] !== undefined);
    child.on('message', (progress: Progress) => {
      watchdog.hear(progress);
    });
    child.once('exit', (status) => {
      watchdog.stop();
      void endGroup(child.pid).then(() => {
        resolve(status);
      });
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  });
}

/**
 * Ends what Jest has left behind when it was killed: processes that cannot stop by themselves, and its database server.
 * @param leader of the process group
 */
async function endGroup(leader: number | undefined): Promise<void> {
  if (leader === undefined) return;
  const end = Date.now() + STOP_WITHIN_MS;
  while (hasProcesses(leader) && Date.now() < end) await setTimeout(100);
  if (hasProcesses(leader)) process.kill(-leader, 'SIGKILL');
  await removeLeftovers();
}

function hasProcesses(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

function readCounts(): Counts {
  try {
    const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as JestResults;
    return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
