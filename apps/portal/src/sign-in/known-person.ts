import type { KnownPerson } from '@ligature/people';
import type { InstitutionalPerson } from '@ligature/saml-auth';

/** What a sign-in says of a person, as the institution's people are known. */
export function knownPerson({ identifierKind, staffId, staffIdSpace, ...person }: InstitutionalPerson): KnownPerson {
  return {
    ...person,
    kind: identifierKind,
    staffId: staffId === undefined ? undefined : { staffId, space: staffIdSpace },
  };
}
