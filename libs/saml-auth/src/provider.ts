/** An identity provider as it was configured: what a message is held against. */
export interface Provider {
  readonly institutionId: string;
  readonly entityId: string;
  /** Where a sign-in begins (HTTP-Redirect binding). */
  readonly signOnUrl: string;
  /** Signing certificates, base64 DER; any of them may have signed, so that a provider can change its key. */
  readonly certificates: readonly string[];
  readonly policy: ProviderPolicy;
}

export interface ProviderPolicy {
  /** Which statement of an assertion is the person's identifier. */
  readonly identifier: 'subject-id' | 'pairwise-id' | 'persistent-name-id' | 'eduPersonPrincipalName';
  /** Attribute that holds the staff id of the HR export, as the provider names it. */
  readonly staffIdAttribute?: string | undefined;
}
