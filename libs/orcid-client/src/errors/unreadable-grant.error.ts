import type { AccessToken } from '@ligature/orcid-model';

/**
 * ORCID granted something whose answer does not say all that must be known of it: whose iD, what is permitted, which kind
 * of token. It cannot be kept, and the token in it is to be ended.
 */
export class UnreadableGrantError extends Error {
  readonly code = 'unreadable-grant';

  constructor(
    /** Whose client it was granted to. */
    readonly clientId: string,
    readonly accessToken: AccessToken,
  ) {
    super('ORCID granted something that cannot be read');
    this.name = UnreadableGrantError.name;
  }
}
