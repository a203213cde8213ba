import {
  attributes,
  audience,
  authentication,
  conditions,
  confirmation,
  minutes,
  nameId,
  SUBJECT_ID,
} from '../forge/facts.ts';
import type { Recipe } from '../forge/recipe.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const MANY = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`urn:x:${at}`, [`value ${at}`]]));

/** The first of the message: that of the whole, or of an assertion that stands alone. */
const withoutCertificate = (xml: string): string => xml.replace(/<ds:KeyInfo>[\s\S]*?<\/ds:KeyInfo>/, '');

/** Answers that real providers give, in all their variety. Every one must be let in, or the others prove nothing. */
export const genuine: readonly Recipe[] = [
  { name: 'response and assertion signed' },
  { name: 'the assertion alone signed', signs: 'assertion' },
  {
    name: 'the assertion alone signed, and no destination',
    signs: 'assertion',
    says: (_asked, { responseAttributes }) => ({
      responseAttributes: { ...responseAttributes, Destination: undefined },
    }),
  },
  {
    name: 'the assertion alone signed, and no issuer around it',
    signs: 'assertion',
    says: () => ({ responseIssuerXml: '' }),
  },
  { name: 'SHA-512', signing: () => ({ hash: 'SHA-512' }) },
  { name: 'without certificates in the signatures', sealed: withoutCertificate, tampers: withoutCertificate },
  { name: 'with a declaration of XML', tampers: (xml) => DECLARATION + xml },
  { name: 'with a declaration of XML and a new line', tampers: (xml) => `${DECLARATION}\n${xml}\n` },
  {
    name: 'base64 in lines',
    encodes: (xml) =>
      Buffer.from(xml)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
  },
  { name: 'encrypted with AES-128-CBC under a signed response', encryption: () => ({ cipher: 'aes128-cbc' }) },
  { name: 'encrypted with AES-256-CBC under a signed response', encryption: () => ({ cipher: 'aes256-cbc' }) },
  { name: 'encrypted with AES-128-GCM', encryption: () => ({ cipher: 'aes128-gcm' }) },
  { name: 'encrypted with AES-256-GCM', encryption: () => ({ cipher: 'aes256-gcm' }) },
  {
    name: 'encrypted with AES-256-GCM, the assertion alone signed',
    signs: 'assertion',
    encryption: () => ({ cipher: 'aes256-gcm' }),
  },
  {
    name: 'many attributes',
    says: () => ({ attributesXml: attributes({ ...MANY, [SUBJECT_ID]: ['u-1@example.edu'] }) }),
  },
  {
    name: 'a thousand groups',
    says: () => ({
      attributesXml: attributes({
        [SUBJECT_ID]: ['u-1@example.edu'],
        'urn:oid:1.3.6.1.4.1.5923.1.5.1.1': Array.from({ length: 1000 }, (_, at) => `urn:group:${at}`),
      }),
    }),
  },
  {
    name: 'typed attribute values',
    assertion: (xml) =>
      xml.replaceAll(
        '<saml:AttributeValue>',
        '<saml:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">',
      ),
  },
  {
    name: 'letters of many scripts',
    says: () => ({
      attributesXml: attributes({
        [SUBJECT_ID]: ['u-1@example.edu'],
        'urn:oid:2.16.840.1.113730.3.1.241': ['李 Ωμέγα &amp; Þór &#x1F600;'],
      }),
    }),
  },
  {
    name: 'an identifier in capitals',
    says: () => ({ attributesXml: attributes({ [SUBJECT_ID]: ['U-1@EXAMPLE.EDU'] }) }),
  },
  { name: 'a transient name beside the identifier', says: () => ({ nameIdXml: nameId('transient', '_x') }) },
  { name: 'no name beside the identifier', says: () => ({ nameIdXml: '' }) },
  {
    name: 'us among several audiences',
    says: (asked) => ({ conditionsXml: conditions(asked, {}, audience('urn:another', asked.audience)) }),
  },
  {
    name: 'us in two restrictions',
    says: (asked) => ({ conditionsXml: conditions(asked, {}, audience(asked.audience) + audience(asked.audience)) }),
  },
  {
    name: 'to be used once',
    says: (asked) => ({ conditionsXml: conditions(asked, {}, `${audience(asked.audience)}<saml:OneTimeUse/>`) }),
  },
  {
    name: 'without a window in the conditions',
    says: (asked) => ({ conditionsXml: conditions(asked, { NotBefore: undefined, NotOnOrAfter: undefined }) }),
  },
  {
    name: 'a clock that is half a minute ahead',
    says: (asked, facts) => ({
      assertionAttributes: { ...facts.assertionAttributes, IssueInstant: minutes(asked, 0.5) },
      responseAttributes: { ...facts.responseAttributes, IssueInstant: minutes(asked, 0.5) },
      conditionsXml: conditions(asked, { NotBefore: minutes(asked, 0.5) }),
    }),
  },
  {
    name: 'a clock that is half a minute behind',
    says: (asked) => ({ conditionsXml: conditions(asked, { NotOnOrAfter: minutes(asked, -0.5) }) }),
  },
  {
    name: 'a sign-in at the provider that was hours ago',
    says: (asked) => ({
      authenticationXml: authentication(asked, {
        AuthnInstant: minutes(asked, -300),
        SessionNotOnOrAfter: minutes(asked, 300),
      }),
    }),
  },
  {
    name: 'no session index',
    says: (asked) => ({ authenticationXml: authentication(asked, { SessionIndex: undefined }) }),
  },
  {
    name: 'the address of the browser',
    says: (asked) => ({ confirmationXml: confirmation(asked, { Address: '192.0.2.1' }) }),
  },
  {
    name: 'a second way to confirm the subject',
    says: (asked) => ({
      confirmationXml: confirmation(asked) + confirmation(asked, {}, 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches'),
    }),
  },
  {
    name: 'an issuer with its format',
    says: (asked) => ({
      issuerXml: `<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">${asked.issuer}</saml:Issuer>`,
    }),
  },
  {
    name: 'white space between the elements',
    assertion: (xml) => xml.replaceAll('><saml:', '>\n  <saml:'),
    response: (xml) => xml.replaceAll('><samlp:', '>\n  <samlp:'),
  },
  {
    name: 'consent and a message with the status',
    says: (_asked, { responseAttributes, statusXml }) => ({
      responseAttributes: { ...responseAttributes, Consent: 'urn:oasis:names:tc:SAML:2.0:consent:unspecified' },
      statusXml: statusXml.replace('</samlp:Status>', '<samlp:StatusMessage>ok</samlp:StatusMessage></samlp:Status>'),
    }),
  },
];
