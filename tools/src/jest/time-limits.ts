import { availableParallelism, loadavg } from 'node:os';

/**
 * When to stop waiting for a test, or for a hook, that hangs; in ms on a machine that does nothing else. It is several
 * times what the slowest of each kind takes: no test says how fast a machine must be.
 */
const LIMITS = { '.e2e-spec.': 60_000, '-spec.': 40_000, '.spec.': 15_000 } as const;
/** Longer than any test, and than a stack takes to start. */
const SILENCE = 120_000;
/** Of a soak, in which one test may do what takes it a quarter of an hour. */
const SILENCE_IN_SOAK = 1_800_000;
/** Of a run that is over, for what it started to end. */
const SHUTDOWN = 30_000;
const MOST_LOADED = 6;

/** @param file path of a test file */
export function testLimitMs(file: string): number {
  const kind = Object.entries(LIMITS).find(([suffix]) => file.includes(suffix));
  return asLoaded(kind?.[1] ?? LIMITS['-spec.']);
}

/** How long a run may go on without any test beginning or ending. */
export function silenceLimitMs(isOver: boolean, isSoak = false): number {
  return asLoaded(isOver ? SHUTDOWN : isSoak ? SILENCE_IN_SOAK : SILENCE);
}

/** A limit for a machine that does nothing else, made longer by how much others use this one now. */
export function asLoaded(ms: number): number {
  const [lastMinute = 0] = loadavg();
  return ms * Math.min(Math.max(lastMinute / availableParallelism(), 1), MOST_LOADED);
}
