/** A logout request of ours that the provider has not answered yet. */
export interface PendingLogout {
  /** ID of our LogoutRequest, which the answer must name. */
  readonly requestId: string;
  readonly institutionId: string;
  readonly providerId: string;
}

/** What signing out needs of a database that all replicas share; the app provides one. */
export abstract class LogoutStore {
  abstract keep(key: string, pending: PendingLogout, expiresAt: Date): Promise<void>;
  /** Gives the sign-out to one caller and to no other. */
  abstract take(key: string): Promise<PendingLogout | undefined>;
  /** Remembers a provider's request until it has expired. @returns false when it was seen before */
  abstract isFirstUse(request: string, until: Date): Promise<boolean>;
  /**
   * Ends the sessions of one person.
   * @param subject as `sessionSubject` names the person
   * @param sessionIndexes which of them; all when empty
   */
  abstract endSessions(subject: string, sessionIndexes: readonly string[]): Promise<void>;
}
