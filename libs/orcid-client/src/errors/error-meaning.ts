/** What an answer that is not a success says, and of what. Each has one error class (`http/to-error.ts`). */
export type ErrorMeaning =
  /** What the path names is not there: an item, else the record. */
  | 'not-found'
  /** Something other than a record or one of its items is not there. */
  | 'resource-absent'
  | 'record-not-found'
  | 'item-not-ours'
  | 'duplicate'
  | 'content-invalid'
  | 'record-locked'
  | 'record-deactivated'
  | 'record-merged'
  | 'record-full'
  | 'scope-missing'
  | 'token-invalid'
  /** An authorization code or refresh token that is spent, expired or another client's. */
  | 'code-refused'
  | 'client-refused'
  | 'rate-limited'
  /** The outcome of one kind of call, which returns it as such; a mistake anywhere else. */
  | 'call-outcome'
  /** We asked wrongly. Says nothing of what was asked for. */
  | 'caller-mistake'
  | 'orcid-fault';
