/** The connection was let go and its tokens forgotten: nothing can be done at ORCID any more. */
export class NoTokenError extends Error {
  readonly code = 'no-token';

  constructor(connectionId: string) {
    super(`Connection ${connectionId} has no token any more.`);
    this.name = NoTokenError.name;
  }
}
