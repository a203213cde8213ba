import { attribute, children, parseXml, textOf } from '../xml/parse-xml.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/** What a provider says of itself in its metadata (SAML metadata 2.4.3). */
export interface ProviderMetadata {
  readonly entityId: string;
  readonly displayName: string;
  readonly signOnUrl: string;
  /** Base64 DER of every signing certificate. */
  readonly certificates: readonly string[];
}

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** Reads the metadata of one identity provider. @throws UnusableMetadataError with the reason in plain words */
export function readProviderMetadata(xml: string): ProviderMetadata {
  const entity = parseXml(xml);
  if (entity === undefined) throw new UnusableMetadataError('it is not plain, well-formed XML');
  const entityId = attribute(entity, 'entityID');
  const [role] = children(entity, 'metadata', 'IDPSSODescriptor');
  if (entityId === undefined || role === undefined)
    throw new UnusableMetadataError('it describes no identity provider');
  return {
    entityId,
    displayName: displayNameOf(role) ?? entityId,
    signOnUrl: signOnUrlOf(role),
    certificates: certificatesOf(role),
  };
}

function displayNameOf(role: Element): string | undefined {
  const [extensions] = children(role, 'metadata', 'Extensions');
  const [info] = children(extensions, 'ui', 'UIInfo');
  return textOf(children(info, 'ui', 'DisplayName')[0]);
}

function signOnUrlOf(role: Element): string {
  const services = children(role, 'metadata', 'SingleSignOnService');
  const location = attribute(
    services.find((service) => attribute(service, 'Binding') === REDIRECT),
    'Location',
  );
  if (location === undefined || !/^https?:\/\//.test(location)) {
    throw new UnusableMetadataError('it names no sign-on address for the HTTP-Redirect binding');
  }
  return location;
}

function certificatesOf(role: Element): string[] {
  const certificates = children(role, 'metadata', 'KeyDescriptor')
    .filter((key) => attribute(key, 'use') !== 'encryption')
    .flatMap((key) => children(key, 'signature', 'KeyInfo'))
    .flatMap((info) => children(info, 'signature', 'X509Data'))
    .flatMap((data) => children(data, 'signature', 'X509Certificate'))
    .map((certificate) => textOf(certificate)?.replace(/\s/g, '') ?? '');
  if (certificates.length === 0) throw new UnusableMetadataError('it holds no signing certificate');
  return [...new Set(certificates)];
}
