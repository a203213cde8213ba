import type { ServiceProvider } from '../service-provider.ts';
import type { ServiceDescription } from './service-description.ts';
import { element, text, type XmlText } from './xml-text.ts';

const REFEDS_SECURITY = {
  'xmlns:remd': 'http://refeds.org/metadata',
  'remd:contactType': 'http://refeds.org/metadata/contactType/security',
};

/** How user interfaces should name us (SAML MDUI 2.1): in the order of its schema, each language in its turn. */
export function uiInfo({ portalUrl }: ServiceProvider, { texts, logo, privacyUrl }: ServiceDescription): XmlText {
  const inAll = (name: string, of: (one: ServiceDescription['texts'][number]) => string): XmlText[] =>
    texts.map((one) => element(name, { 'xml:lang': one.language }, text(of(one))));
  return element(
    'mdui:UIInfo',
    {},
    ...inAll('mdui:DisplayName', ({ name }) => name),
    ...inAll('mdui:Description', ({ description }) => description),
    ...(logo === undefined ? [] : [logoOf(logo)]),
    ...inAll('mdui:InformationURL', ({ language }) => `${portalUrl.origin}/?lang=${language}`),
    ...(privacyUrl === undefined ? [] : inAll('mdui:PrivacyStatementURL', () => privacyUrl)),
  );
}

export function organization({ portalUrl }: ServiceProvider, { institution, texts }: ServiceDescription): XmlText {
  const inAll = (name: string, value: string): XmlText[] =>
    texts.map(({ language }) => element(name, { 'xml:lang': language }, text(value)));
  return element(
    'md:Organization',
    {},
    ...inAll('md:OrganizationName', institution),
    ...inAll('md:OrganizationDisplayName', institution),
    ...inAll('md:OrganizationURL', portalUrl.href),
  );
}

/** Support is always there; who is written to about security is a contact of its own kind (REFEDS security contact 1.0). */
export function contactPersons({ support, technical, security }: ServiceDescription['contacts']): XmlText[] {
  return [
    ...(technical === undefined ? [] : [contact({ contactType: 'technical' }, technical)]),
    contact({ contactType: 'support' }, support),
    ...(security === undefined ? [] : [contact({ contactType: 'other', ...REFEDS_SECURITY }, security)]),
  ];
}

function contact(attributes: Readonly<Record<string, string>>, mail: string): XmlText {
  const name = element('md:GivenName', {}, text('ORCID integration'));
  return element('md:ContactPerson', attributes, name, element('md:EmailAddress', {}, text(`mailto:${mail}`)));
}

function logoOf({ url, width, height }: NonNullable<ServiceDescription['logo']>): XmlText {
  return element('mdui:Logo', { width: String(width), height: String(height) }, text(url));
}
