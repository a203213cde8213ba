import { XMLParser } from 'fast-xml-parser';
import samlify from 'samlify';
import { MessageRefusedError } from './message-refused.error.ts';

/** Elements that may come more than once; the reader gives them as lists even when there is one. */
const repeated = new Set([
  'AssertionConsumerService',
  'AuthnContextClassRef',
  'KeyDescriptor',
  'SessionIndex',
  'SingleLogoutService',
  'X509Certificate',
  'X509Data',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  alwaysCreateTextNode: true,
  removeNSPrefix: true,
  ignorePiTags: true,
  htmlEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => repeated.has(name),
});

/** samlify's parser overlooks unclosed elements and the like unless its warnings are made errors. */
samlify.setDOMParserOptions({
  errorHandler: () => {
    throw new MessageRefusedError('The message is not well-formed XML.');
  },
});

/** Names come without their namespace prefix. No SAML message has a DTD, and one is never read (saml-sec-consider). */
export function readXml(xml: string): unknown {
  if (/<!DOCTYPE/i.test(xml)) throw new MessageRefusedError('A SAML message has no document type declaration.');
  samlify.Extractor.extract(xml, []);
  return parser.parse(xml);
}
