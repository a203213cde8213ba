import type { IdentifierKind, Role } from '@ligature/identity-model';

/** A person as their institution vouched for them, with nothing of SAML left in it. */
export interface InstitutionalPerson {
  /** Entity id of the identity provider. */
  readonly provider: string;
  /** Which statement `identifier` comes from: the same text of another kind is somebody else. */
  readonly identifierKind: IdentifierKind;
  /** What the provider calls the person for good. With `provider` and the kind it is the key of the person; never a mail address. */
  readonly identifier: string;
  readonly displayName: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly mail?: string;
  /** As the HR export writes it, leading zeros kept. */
  readonly staffId?: string;
  /** Number space that the provider is declared to speak for; without it, `staffId` links to nobody. */
  readonly staffIdSpace?: string;
  /** Such as `staff@example.edu`, in the domains the provider may speak for. */
  readonly affiliations: readonly string[];
  readonly entitlements: readonly string[];
  /** What the operator's rules make of entitlements and groups. */
  readonly roles: readonly Role[];
  /** The ORCID iD that the institution has on file. A hint for administrators: only the person can connect an iD, at ORCID. */
  readonly orcidHint?: string;
}
