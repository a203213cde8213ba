import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { Application, SignedXml } from 'xmldsigjs';
import { type ForgedKey, keyForHash } from './forged-key.ts';

// xmldsigjs is written for browsers, where these two are always there.
Object.assign(globalThis, { DOMParser, XMLSerializer });
Application.setEngine('Node', crypto);

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export interface Signing {
  readonly key: ForgedKey;
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly transforms?: readonly string[];
  readonly canonicalization?: string;
  /** What the signature points at, unless the element itself. */
  readonly uri?: string;
}

/**
 * Signs the whole of an XML text with xmldsigjs, another implementation than the one under test. The signature is put
 * behind the Issuer, where the schemas want it.
 */
export async function signXml(xml: string, signing: Signing): Promise<string> {
  const signature = await signatureOver(xml, signing);
  const at = /^<[^>]*>(?:<saml:Issuer[^>]*>[^<]*<\/saml:Issuer>)?/.exec(xml)?.[0].length ?? 0;
  return xml.slice(0, at) + signature + xml.slice(at);
}

export async function signatureOver(
  xml: string,
  { key, hash = 'SHA-256', transforms, uri, canonicalization = EXCLUSIVE }: Signing,
): Promise<string> {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const signed = new SignedXml();
  signed.XmlSignature.SignedInfo.CanonicalizationMethod.Algorithm = canonicalization;
  const id = / ID="([^"]*)"/.exec(xml)?.[1] ?? '';
  await signed.Sign({ name: 'RSASSA-PKCS1-v1_5' }, await keyForHash(key, hash), document, {
    x509: [key.certificate],
    references: [{ uri: uri ?? `#${id}`, hash, transforms: [...(transforms ?? ['enveloped', 'exc-c14n'])] }],
  });
  return signed.XmlSignature.toString();
}
