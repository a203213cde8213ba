/** What a test says of a provider; the rest is as any provider's. */
export interface ProviderXml {
  readonly entityId?: string;
  readonly certificates?: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  /** Attributes of the entity. */
  readonly attributes?: string;
  /** Attributes of the role. */
  readonly role?: string;
  readonly extensions?: string;
  readonly endpoints?: string;
  readonly before?: string;
}

export const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
export const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

const NAMESPACES =
  'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" ' +
  'xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ' +
  'xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';

export function providerXml({
  entityId = 'https://idp.example.edu/idp',
  certificates = [],
  names = { en: 'Example University' },
  attributes = '',
  role = '',
  extensions = '<shibmd:Scope regexp="false">example.edu</shibmd:Scope>',
  endpoints = `<md:SingleSignOnService Binding="${REDIRECT}" Location="https://idp.example.edu/sso"/>`,
  before = '',
}: ProviderXml): string {
  const shown = Object.entries(names).map(
    ([language, name]) => `<mdui:DisplayName xml:lang="${language}">${name}</mdui:DisplayName>`,
  );
  const keys = certificates.map(
    (certificate) =>
      `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n${certificate}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  return `<md:EntityDescriptor ${NAMESPACES} entityID="${entityId}" ${attributes}>${before}
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" ${role}>
    <md:Extensions>${extensions}<mdui:UIInfo>${shown.join('')}</mdui:UIInfo></md:Extensions>
    ${keys.join('')}${endpoints}
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`;
}

/** A federation's list. */
export function federationXml(entities: readonly string[], attributes = 'ID="_federation"'): string {
  return `<md:EntitiesDescriptor ${NAMESPACES} ${attributes}>\n${entities.join('\n')}\n</md:EntitiesDescriptor>`;
}

/** Hands a text over in pieces, as a network does, without regard to characters. */
export async function* inChunks(text: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as string);
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}
