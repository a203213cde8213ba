import type { LogoutEndpoint } from './logout-endpoint.ts';

/** What a provider says of itself in its metadata (SAML metadata 2.4.3), as far as a sign-in needs it. */
export interface ProviderMetadata {
  readonly entityId: string;
  /** For people whose language it has no name in. */
  readonly displayName: string;
  readonly displayNames: Readonly<Record<string, string>>;
  readonly keywords: readonly string[];
  readonly signOnUrl: string;
  readonly wantsSignedRequests: boolean;
  readonly singleLogout: readonly LogoutEndpoint[];
  /** Base64 DER of every signing certificate. */
  readonly certificates: readonly string[];
  readonly scopes: readonly string[];
  /** Patterns of domains, as they are written. */
  readonly scopePatterns: readonly string[];
  /** It asks not to be offered for choice (https://refeds.org/category/hide-from-discovery). */
  readonly isHidden: boolean;
  readonly validUntil: Date | null;
}
