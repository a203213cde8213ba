import { availableParallelism, loadavg } from 'node:os';

/**
 * When to stop waiting for a test, or for a hook, that hangs; in ms on a machine that does nothing else. It is several
 * times what the slowest of each kind takes: no test says how fast a machine must be.
 */
const LIMITS = { '.e2e-spec.': 60_000, '-spec.': 40_000, '.spec.': 15_000 } as const;
/** Longer than any test, and than a stack takes to start. */
const SILENCE = 120_000;
/** Of a run that is over, for what it started to end. */
const ENDING = 30_000;
const MOST_LOADED = 6;

/** @param file path of a test file */
export function testLimitMs(file: string): number {
  const kind = Object.entries(LIMITS).find(([ending]) => file.includes(ending));
  return (kind?.[1] ?? LIMITS['-spec.']) * load();
}

/** How long a run may go on without any test beginning or ending. */
export function silenceLimitMs(isOver: boolean): number {
  return (isOver ? ENDING : SILENCE) * load();
}

/** How many times longer everything takes because others use the machine too. */
function load(): number {
  const [lastMinute = 0] = loadavg();
  return Math.min(Math.max(lastMinute / availableParallelism(), 1), MOST_LOADED);
}
