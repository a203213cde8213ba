/** The work that waits in the queue, by name, with what each job must know. Ids only: never a secret, never a name. */
export interface Jobs {
  /** Bring one record to what the institution says: the only job that writes to ORCID. */
  readonly 'sync-record': { readonly connectionId: string };
  /** Ask ORCID whether a token still works. */
  readonly 'check-token': { readonly connectionId: string };
  /** The same for somebody who waits for the answer. */
  readonly 'check-now': { readonly connectionId: string };
  /** Tell ORCID to end a token that nobody uses any more. */
  readonly 'revoke-token': { readonly retiredTokenId: string };
  /** Run one task of the schedule, once however many schedulers fire. */
  readonly 'run-task': { readonly task: string; readonly institutionId: string };
}

export type JobName = keyof Jobs;

/** Higher goes first. */
export const PRIORITY = {
  bulk: 0,
  /** Nobody waits at a screen, but it should not wait behind bulk: an unused permission is ended. */
  soon: 5,
  /** Somebody waits at a screen for it. */
  person: 10,
} as const;

/**
 * One job waits and one runs per key, so that two processes never work on one record at once, and a change that arrives
 * while a job runs is worked on after it. (pg-boss: policy "stately".)
 */
export const QUEUES: Readonly<Record<JobName, { readonly retryLimit: number; readonly expireInSeconds: number }>> = {
  'sync-record': { retryLimit: 12, expireInSeconds: 600 },
  'check-token': { retryLimit: 5, expireInSeconds: 120 },
  // Whoever waited has gone when it would be tried again.
  'check-now': { retryLimit: 0, expireInSeconds: 120 },
  'revoke-token': { retryLimit: 200, expireInSeconds: 60 },
  'run-task': { retryLimit: 3, expireInSeconds: 3600 },
};
