import type { LatestJob } from '@ligature/persistence';

/** How long the outcome of a test is told. */
const TOLD_FOR_MS = 10 * 60_000;
/** A test that has not ended by then waits for something. */
const LATE_AFTER_MS = 3 * 60_000;
/** One person's impatience costs ORCID no more than one question in this time. */
export const ASK_ONCE_IN_SECONDS = 60;

/** What came of the last test that a person began: none of late, at work, waiting for long, ORCID answered, or it came to nothing. */
export type ConnectionTest =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'late' }
  | { readonly kind: 'answered'; readonly at: Date }
  | { readonly kind: 'no-result'; readonly at: Date };

export function testOf(job: LatestJob | undefined, now: Date): ConnectionTest {
  if (job === undefined) return { kind: 'none' };
  const { enqueuedAt, endedAt, isDone } = job;
  if (endedAt === null) return { kind: now.getTime() - enqueuedAt.getTime() > LATE_AFTER_MS ? 'late' : 'running' };
  if (now.getTime() - endedAt.getTime() > TOLD_FOR_MS) return { kind: 'none' };
  return { kind: isDone ? 'answered' : 'no-result', at: endedAt };
}

/** Whether a test may begin now. */
export function mayTest(job: LatestJob | undefined, now: Date): boolean {
  if (job === undefined) return true;
  return job.endedAt !== null && now.getTime() - job.enqueuedAt.getTime() >= ASK_ONCE_IN_SECONDS * 1000;
}

/** Whether ORCID is still to answer. */
export function isUnderWay({ kind }: ConnectionTest): boolean {
  return kind === 'running' || kind === 'late';
}
