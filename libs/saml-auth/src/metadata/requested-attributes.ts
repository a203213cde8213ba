import { element, type XmlText } from './xml-text.ts';

/** What we ask for, by the names of the X.500/LDAP attribute profile; an identifier is all that we cannot do without. */
const REQUESTED: readonly (readonly [friendly: string, name: string, isRequired?: boolean])[] = [
  ['subject-id', 'urn:oasis:names:tc:SAML:attribute:subject-id', true],
  ['eduPersonPrincipalName', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6'],
  ['displayName', 'urn:oid:2.16.840.1.113730.3.1.241'],
  ['givenName', 'urn:oid:2.5.4.42'],
  ['sn', 'urn:oid:2.5.4.4'],
  ['mail', 'urn:oid:0.9.2342.19200300.100.1.3'],
  ['employeeNumber', 'urn:oid:2.16.840.1.113730.3.1.3'],
  ['eduPersonScopedAffiliation', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9'],
  ['eduPersonEntitlement', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.7'],
];

const URI = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';

export function requestedAttributes(): XmlText[] {
  return REQUESTED.map(([FriendlyName, Name, isRequired]) =>
    element('md:RequestedAttribute', { FriendlyName, Name, NameFormat: URI, isRequired }),
  );
}
