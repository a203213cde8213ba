import type { AccessToken, ClientSecret, OrcidId, RefreshToken, Scope } from '@ligature/orcid-model';

/** What a person granted, fresh from ORCID. */
export interface OrcidGrant {
  readonly orcid: OrcidId;
  /** Client id that it was granted to: no other can use or end its tokens, whoever is current when they are kept. */
  readonly clientId: string;
  /** The name ORCID shows; null when the person keeps it private. */
  readonly name: string | null;
  /** What was granted, which may be less than was asked. */
  readonly scopes: readonly Scope[];
  readonly accessToken: AccessToken;
  readonly refreshToken: RefreshToken | null;
  readonly expiresAt: Date;
}

/** Who we are at ORCID. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: ClientSecret;
}

/** What we may do in our own name, without anybody's permission. */
export interface ClientToken {
  readonly token: AccessToken;
  readonly expiresAt: Date;
}
