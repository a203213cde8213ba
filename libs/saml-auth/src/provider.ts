import type { LogoutEndpoint, ProviderPolicy } from '@ligature/identity-model';

/** An identity provider as it was configured: what a message is held against. */
export interface Provider {
  readonly institutionId: string;
  readonly entityId: string;
  /** What the provider calls itself, by language tag. */
  readonly displayNames: Readonly<Record<string, string>>;
  /** Where a sign-in begins (HTTP-Redirect binding). */
  readonly signOnUrl: string;
  readonly wantsSignedRequests: boolean;
  /** Where a logout is said to it, the best binding first; none where it offers no single logout. */
  readonly singleLogout: readonly LogoutEndpoint[];
  /** Signing certificates, base64 DER; any of them may have signed, so that a provider can change its key. */
  readonly certificates: readonly string[];
  /** Domains it may speak for (`shibmd:Scope`), in small letters; none when it states none. */
  readonly scopes: readonly string[];
  /** The same as regular expressions, as its metadata writes them: nothing is known of them. */
  readonly scopePatterns: readonly string[];
  readonly policy: ProviderPolicy;
}
