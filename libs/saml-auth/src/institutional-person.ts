/** A person as their institution vouched for them, with nothing of SAML left in it. */
export interface InstitutionalPerson {
  /** Entity id of the identity provider. */
  readonly provider: string;
  /** What the provider calls the person for good. With `provider` it is the key of the person; never a mail address. */
  readonly identifier: string;
  readonly displayName: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly mail?: string;
  /** As the HR export writes it, leading zeros kept. */
  readonly staffId?: string;
}
