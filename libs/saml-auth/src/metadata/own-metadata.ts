import { randomUUID } from 'node:crypto';
import type { Credential } from '../credential.ts';
import type { ServiceProvider } from '../service-provider.ts';
import { contactPersons, organization, uiInfo } from './own-description.ts';
import { requestedAttributes, subjectIdRequirement } from './requested-attributes.ts';
import type { ServiceDescription } from './service-description.ts';
import { signMetadata } from './sign-metadata.ts';
import { element, text, type XmlText } from './xml-text.ts';

const NAMESPACES = {
  'xmlns:md': 'urn:oasis:names:tc:SAML:2.0:metadata',
  'xmlns:mdui': 'urn:oasis:names:tc:SAML:metadata:ui',
  'xmlns:mdattr': 'urn:oasis:names:tc:SAML:metadata:attribute',
  'xmlns:saml': 'urn:oasis:names:tc:SAML:2.0:assertion',
  'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#',
} as const;

const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const NAME_ID = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';
const SUBJECT_ID = 'urn:oasis:names:tc:SAML:profiles:subject-id:req';
const URI = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';

/** What a provider may encrypt with, the best first; CBC is for those that can do no other. */
const ENCRYPTION = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
];

/** Long enough that a provider which keeps a copy survives our holidays, short enough that a lost key runs out. */
const LIFETIME_MS = 28 * 24 * 60 * 60_000;

/** Our own metadata, signed where we have a key: who we are, and where messages go (SAML metadata 2.4.4). */
export function ownMetadata(self: ServiceProvider, description: ServiceDescription, now: Date): string {
  const [credential] = self.credentials;
  const attributes = {
    ...NAMESPACES,
    ID: `_${randomUUID()}`,
    entityID: self.entityId,
    validUntil: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    cacheDuration: 'PT6H',
  };
  const content = [
    extensions(description),
    role(self, description),
    organization(self, description),
    ...contactPersons(description.contacts),
  ];
  const { xml } = element('md:EntityDescriptor', attributes, ...content);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${credential === undefined ? xml : signMetadata(xml, credential)}`;
}

function extensions({ attributes }: ServiceDescription): XmlText {
  const value = element('saml:AttributeValue', {}, text(subjectIdRequirement(attributes)));
  const attribute = element('saml:Attribute', { Name: SUBJECT_ID, NameFormat: URI }, value);
  return element('md:Extensions', {}, element('mdattr:EntityAttributes', {}, attribute));
}

/** In the order of the schema (SAML metadata 2.4.2, 2.4.4). */
function role(self: ServiceProvider, description: ServiceDescription): XmlText {
  return element(
    'md:SPSSODescriptor',
    { AuthnRequestsSigned: false, WantAssertionsSigned: true, protocolSupportEnumeration: PROTOCOL },
    element('md:Extensions', {}, uiInfo(self, description)),
    ...self.credentials.flatMap(keyDescriptors),
    ...logoutServices(self),
    ...['persistent', 'transient'].map((format) => element('md:NameIDFormat', {}, text(`${NAME_ID}${format}`))),
    element('md:AssertionConsumerService', {
      Binding: `${BINDING}HTTP-POST`,
      Location: self.acsUrl,
      index: '0',
      isDefault: true,
    }),
    attributeService(description),
  );
}

function keyDescriptors({ certificate }: Credential): XmlText[] {
  const data = element('ds:X509Data', {}, element('ds:X509Certificate', {}, text(certificate)));
  const methods = ENCRYPTION.map((Algorithm) => element('md:EncryptionMethod', { Algorithm }));
  return [
    element('md:KeyDescriptor', { use: 'signing' }, element('ds:KeyInfo', {}, data)),
    element('md:KeyDescriptor', { use: 'encryption' }, element('ds:KeyInfo', {}, data), ...methods),
  ];
}

/** Logout is signed or not done, so without a key there is none. */
function logoutServices({ credentials, logoutUrl }: ServiceProvider): XmlText[] {
  const bindings = credentials.length === 0 ? [] : ['HTTP-Redirect', 'HTTP-POST'];
  return bindings.map((binding) =>
    element('md:SingleLogoutService', { Binding: `${BINDING}${binding}`, Location: logoutUrl }),
  );
}

function attributeService({ texts, attributes }: ServiceDescription): XmlText {
  const names = texts.map(({ language, name }) => element('md:ServiceName', { 'xml:lang': language }, text(name)));
  return element(
    'md:AttributeConsumingService',
    { index: '0', isDefault: true },
    ...names,
    ...requestedAttributes(attributes),
  );
}
