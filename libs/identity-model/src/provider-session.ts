/** How a provider names the session that it began for a person: what its logout messages speak of. */
export interface ProviderSession {
  readonly institutionId: string;
  /** Entity id of the provider. */
  readonly provider: string;
  readonly nameId: SessionNameId | undefined;
  readonly sessionIndex: string | undefined;
  /** When the provider wants the session to be over (`SessionNotOnOrAfter`, SAML core 2.7.2), in ISO 8601. */
  readonly endsAt?: string | undefined;
}

/** The NameID of an assertion with its qualifiers (SAML core 2.2.2). */
export interface SessionNameId {
  readonly value: string;
  readonly format: string | undefined;
  readonly nameQualifier: string | undefined;
  readonly spNameQualifier: string | undefined;
}
