import { SignedXml } from 'xml-crypto';
import type { ForBench } from './sign-on-bench.ts';

const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const NAMESPACES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const SUBJECT_ID = 'urn:oasis:names:tc:SAML:attribute:subject-id';

/** What a usual provider answers: a dozen attributes, response and assertion signed. @returns base64 */
export function signedAnswer(
  at: ForBench,
  requestId: string,
  privateKey: string,
  { more = '', person = 'u-1' }: { readonly more?: string; readonly person?: string } = {},
): string {
  const assertion = sign(assertionXml(at, requestId, person, more), privateKey);
  const response = `<samlp:Response ${NAMESPACES} ID="_r${requestId}" Version="2.0" IssueInstant="${instant(0)}" Destination="${at.acsUrl}" InResponseTo="${requestId}"><saml:Issuer>${at.issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertion}</samlp:Response>`;
  return Buffer.from(sign(response, privateKey)).toString('base64');
}

function assertionXml({ issuer, acsUrl, audience }: ForBench, requestId: string, person: string, more: string): string {
  const attributes = Array.from({ length: 12 }, (_, index) => attribute(`urn:oid:1.2.3.${index}`, `value ${index}`));
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a${requestId}" Version="2.0" IssueInstant="${instant(0)}"><saml:Issuer>${issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${person}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${requestId}" Recipient="${acsUrl}" NotOnOrAfter="${instant(5)}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${instant(-1)}" NotOnOrAfter="${instant(5)}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${instant(0)}" SessionIndex="s-1"/><saml:AttributeStatement>${attribute(SUBJECT_ID, `${person}@example.edu`)}${attributes.join('')}${more}</saml:AttributeStatement></saml:Assertion>`;
}

export function attribute(name: string, ...values: readonly string[]): string {
  const written = values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`);
  return `<saml:Attribute Name="${name}">${written.join('')}</saml:Attribute>`;
}

function sign(xml: string, privateKey: string): string {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: EXCLUSIVE,
  });
  const digestAlgorithm = 'http://www.w3.org/2001/04/xmlenc#sha256';
  signer.addReference({ xpath: '/*', transforms: [ENVELOPED, EXCLUSIVE], digestAlgorithm });
  signer.computeSignature(xml, { location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signer.getSignedXml();
}

function instant(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}
