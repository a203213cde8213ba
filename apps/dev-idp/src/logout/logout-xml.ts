import { later, MINUTE } from '../clock.ts';
import { namespaces, type StatusCode, USER_LOGOUT } from '../saml/vocabulary.ts';
import { writeXml, type XmlTree } from '../saml/xml-writer.ts';
import { type NameId, nameIdTree } from '../sign-on/name-id.ts';
import { statusTree } from '../sign-on/response-xml.ts';

export interface Envelope {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly destination: string;
}

export function logoutRequestXml(envelope: Envelope, nameId: NameId, sessionIndex: string): string {
  return writeXml({
    'samlp:LogoutRequest': {
      ...head(envelope),
      '@Reason': USER_LOGOUT,
      '@NotOnOrAfter': later(envelope.issuedAt, 5 * MINUTE).toISOString(),
      'saml:Issuer': envelope.issuer,
      'saml:NameID': nameIdTree(nameId, envelope.issuer),
      'samlp:SessionIndex': sessionIndex,
    },
  });
}

export function logoutResponseXml(envelope: Envelope, inResponseTo: string, status: readonly StatusCode[]): string {
  return writeXml({
    'samlp:LogoutResponse': {
      ...head(envelope),
      '@InResponseTo': inResponseTo,
      'saml:Issuer': envelope.issuer,
      'samlp:Status': statusTree(status),
    },
  });
}

function head({ id, issuedAt, destination }: Envelope): XmlTree {
  return {
    '@xmlns:samlp': namespaces.protocol,
    '@xmlns:saml': namespaces.assertion,
    '@ID': id,
    '@Version': '2.0',
    '@IssueInstant': issuedAt.toISOString(),
    '@Destination': destination,
  };
}
