/** A refusal of the token, revocation or authorization endpoint, with OAuth's own `error`. */
export class TokenError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    /** Key of the text, so that settings may give other words: ORCID's are unknown today. */
    readonly textKey: string,
    readonly description: string,
  ) {
    super(description);
    this.name = TokenError.name;
  }
}
