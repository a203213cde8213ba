/** A sign-in that was begun and has not come back. */
export interface PendingSignOn {
  /** ID of our AuthnRequest, which the answer must name. */
  readonly requestId: string;
  /** Entity id of the provider it was sent to: nobody else may answer. */
  readonly providerId: string;
  readonly institutionId: string;
  /** Path of ours to go on with; kept here, never taken from the message. */
  readonly returnTo: string;
}

/** What sign-ins need of a database that all replicas share; the face wires one in. */
export abstract class SignOnStore {
  abstract keep(key: string, pending: PendingSignOn, expiresAt: Date): Promise<void>;
  /** Gives the sign-in to one caller and to no other. */
  abstract take(key: string): Promise<PendingSignOn | undefined>;
  /** Remembers an assertion until it has expired. @returns false when it was seen before */
  abstract isFirstUse(assertionId: string, until: Date): Promise<boolean>;
}
