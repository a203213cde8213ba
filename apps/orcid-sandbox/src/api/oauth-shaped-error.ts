/** A refusal of the token gate: OAuth's shape, always JSON, whatever Accept says (S: OAuthErrorResponseHelper). */
export class OAuthShapedError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly description: string,
  ) {
    super(description);
    this.name = OAuthShapedError.name;
  }

  static invalidToken(accessToken: string): OAuthShapedError {
    return new OAuthShapedError(401, 'invalid_token', `Invalid access token: ${accessToken}`);
  }

  /**
   * The authorization server answered, but not with 200 (S: OrcidBearerTokenFilter.validateTokenData). The token is
   * appended as to every description that does not contain it (S: OAuthErrorResponseHelper.appendTokenIfPresent).
   */
  static notIntrospected(accessToken: string, texts: Readonly<Record<string, string>>): OAuthShapedError {
    const text =
      texts['introspectionFailed'] ??
      'Invalid access token: Unable to obtain information from the authorization server';
    return new OAuthShapedError(401, 'invalid_token', `${text}: ${accessToken}`);
  }

  static noToken(): OAuthShapedError {
    const description = 'Forbidden: The server understood the request but refuses to authorize it.';
    return new OAuthShapedError(403, 'forbidden', description);
  }

  /** The client has lost its place among the members. */
  static noMember(accessToken: string): OAuthShapedError {
    const description = `Forbidden: The server understood the request but refuses to authorize it.: ${accessToken}`;
    return new OAuthShapedError(403, 'forbidden', description);
  }
}
