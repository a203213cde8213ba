/** A sign-in that was begun and has not come back. */
export interface PendingSignOn {
  /** ID of our AuthnRequest, which the answer must name. */
  readonly requestId: string;
  /** Entity id of the provider it was sent to: nobody else may answer. */
  readonly providerId: string;
  readonly institutionId: string;
  /** Path of ours to go on with; kept here, never taken from the message. */
  readonly returnTo: string;
  /** Names the session that the browser had when it began, and that ends with this one's beginning. */
  readonly formerSession?: string | undefined;
}

/** What a sign-in uses up. */
export interface SpentSignOn {
  /** Key under which the pending sign-in was kept. */
  readonly key: string;
  /** Names the assertion among all institutions' and providers'. */
  readonly assertion: string;
  /** Until when the assertion must be remembered. */
  readonly until: Date;
}

/** What sign-ins need of a database that all replicas share; the app provides one. */
export abstract class SignOnStore {
  abstract keep(key: string, pending: PendingSignOn, expiresAt: Date): Promise<void>;
  abstract find(key: string): Promise<PendingSignOn | undefined>;
  /**
   * Uses up the pending sign-in and the assertion, ends the session before and does the work, in one transaction: all of it
   * happens, or nothing.
   * @returns false, with nothing done, when either was used before, however many ask at once
   */
  abstract once(spent: SpentSignOn, work: () => Promise<void>): Promise<boolean>;
}
