import { X509Certificate } from 'node:crypto';
import { at, type Element, textOf } from './element.ts';

const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const SHORTEST_RSA_BITS = 2048;

export function isOfProtocol(role: Element): boolean {
  return role.attributes.get('protocolSupportEnumeration')?.split(/\s+/).includes(PROTOCOL) ?? false;
}

/** Every certificate for signing, so that a provider can change its key; those that nobody should trust are left out. */
export function signingCertificatesOf(role: Element): string[] {
  const keys = at(role, ['metadata', 'KeyDescriptor']).filter((key) => key.attributes.get('use') !== 'encryption');
  const certificates = at(keys, ['signature', 'KeyInfo'], ['signature', 'X509Data'], ['signature', 'X509Certificate']);
  const texts = certificates.map((certificate) => textOf(certificate)?.replace(/\s/g, '') ?? '');
  return [...new Set(texts)].filter(isStrong);
}

function isStrong(certificate: string): boolean {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
    const isRsa = publicKey.asymmetricKeyType === 'rsa';
    return isRsa
      ? (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_RSA_BITS
      : publicKey.asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
}
