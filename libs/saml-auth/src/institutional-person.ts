import type { Role } from '@ligature/identity-model';

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
  /** Such as `staff@example.edu`, in the domains the provider may speak for. */
  readonly affiliations: readonly string[];
  readonly entitlements: readonly string[];
  /** What the operator's rules make of entitlements and groups. */
  readonly roles: readonly Role[];
  /** The ORCID iD that the institution has on file. A hint for administrators: only the person can connect an iD, at ORCID. */
  readonly orcidHint?: string;
}
