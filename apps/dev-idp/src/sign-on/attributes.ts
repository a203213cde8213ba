import { type Person } from '../settings.ts';

export interface Attribute {
  readonly name: string;
  readonly friendlyName: string;
  readonly values: readonly string[];
}

/** eduPerson 202208, inetOrgPerson (RFC 2798), and the OASIS subject identifier attributes. */
const names = {
  eduPersonPrincipalName: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6',
  'subject-id': 'urn:oasis:names:tc:SAML:attribute:subject-id',
  'pairwise-id': 'urn:oasis:names:tc:SAML:attribute:pairwise-id',
  mail: 'urn:oid:0.9.2342.19200300.100.1.3',
  givenName: 'urn:oid:2.5.4.42',
  sn: 'urn:oid:2.5.4.4',
  displayName: 'urn:oid:2.16.840.1.113730.3.1.241',
  employeeNumber: 'urn:oid:2.16.840.1.113730.3.1.3',
  eduPersonScopedAffiliation: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9',
  eduPersonEntitlement: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.7',
  eduPersonOrcid: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.16',
} as const;

/** An attribute a person lacks is not sent at all: an empty one would be a different situation. */
export function attributesOf(person: Person, scope: string): Attribute[] {
  const scoped = (value: string): string => (value.includes('@') ? value : `${value}@${scope}`);
  const values: Record<keyof typeof names, readonly (string | undefined)[]> = {
    eduPersonPrincipalName: [scoped(person.username)],
    'subject-id': [person.subjectId && scoped(person.subjectId)],
    'pairwise-id': [person.pairwiseId && scoped(person.pairwiseId)],
    mail: [person.mail],
    givenName: [person.givenName],
    sn: [person.surname],
    displayName: [person.displayName],
    employeeNumber: [person.staffId],
    eduPersonScopedAffiliation: person.affiliations.map(scoped),
    eduPersonEntitlement: person.entitlements,
    eduPersonOrcid: [person.orcid],
  };
  return (Object.keys(names) as (keyof typeof names)[])
    .map((friendlyName) => ({
      name: names[friendlyName],
      friendlyName,
      values: values[friendlyName].filter((value) => value !== undefined),
    }))
    .filter((attribute) => attribute.values.length > 0);
}
