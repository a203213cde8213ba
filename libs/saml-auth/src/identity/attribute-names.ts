import type { SignedAssertion } from '../checks/signed-assertion.ts';

const MACE = 'urn:mace:dir:attribute-def:';
const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';

/**
 * Names of attributes as providers send them: object identifiers (SAML V2.0 X.500/LDAP profile, eduPerson 202208, OASIS
 * subject-id), the bare names and the older URNs that many still use, and Entra ID's claims.
 */
const NAMES = new Map<string, readonly string[]>(
  Object.entries({
    'subject-id': ['urn:oasis:names:tc:SAML:attribute:subject-id'],
    'pairwise-id': ['urn:oasis:names:tc:SAML:attribute:pairwise-id'],
    eduPersonUniqueId: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.13', `${MACE}eduPersonUniqueId`],
    eduPersonPrincipalName: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.6', `${MACE}eduPersonPrincipalName`],
    eduPersonScopedAffiliation: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', `${MACE}eduPersonScopedAffiliation`],
    eduPersonEntitlement: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.7', `${MACE}eduPersonEntitlement`],
    eduPersonOrcid: ['urn:oid:1.3.6.1.4.1.5923.1.1.1.16', `${MACE}eduPersonOrcid`],
    isMemberOf: ['urn:oid:1.3.6.1.4.1.5923.1.5.1.1', `${MACE}isMemberOf`],
    displayName: ['urn:oid:2.16.840.1.113730.3.1.241', `${MACE}displayName`],
    givenName: ['urn:oid:2.5.4.42', `${MACE}givenName`, `${CLAIMS}givenname`],
    sn: ['urn:oid:2.5.4.4', `${MACE}sn`, `${CLAIMS}surname`],
    mail: ['urn:oid:0.9.2342.19200300.100.1.3', `${MACE}mail`, `${CLAIMS}emailaddress`],
  }),
);

/** Attributes whose values end in a scope that says whose word they are (eduPerson 202208, OASIS subject-id 3.3.2). */
const SCOPED = [
  'subject-id',
  'pairwise-id',
  'eduPersonUniqueId',
  'eduPersonPrincipalName',
  'eduPersonScopedAffiliation',
] as const;

/** Whether an attribute, by any of its names, is one whose values are scoped. */
export function isScoped(name: string): boolean {
  return SCOPED.some((scoped) => scoped === name || NAMES.get(scoped)?.includes(name) === true);
}

/**
 * All values of an attribute, each once, by whichever of its names they came. Only `Name` counts: a friendly name is for
 * people to read (SAML core 2.7.3.1).
 * @param name one of ours, such as `mail`, or exactly as the provider writes it
 */
export function valuesOf({ attributes }: SignedAssertion, name: string): readonly string[] {
  const names = new Set([name, ...(NAMES.get(name) ?? [])]);
  return [...new Set(attributes.filter((attribute) => names.has(attribute.name)).flatMap(({ values }) => values))];
}
