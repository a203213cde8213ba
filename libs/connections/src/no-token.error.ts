/** The connection was let go and its tokens forgotten, or their key is lost: nothing can be done at ORCID any more. */
export class NoTokenError extends Error {
  readonly code = 'no-token';

  constructor(connectionId: string) {
    super(`Connection ${connectionId} has no token that can be used.`);
    this.name = NoTokenError.name;
  }
}
