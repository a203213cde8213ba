import type { ProviderPolicy } from '@ligature/identity-model';
import { demand } from '../refused-message.error.ts';
import { allElements, type XmlElement } from '../xml/xml-element.ts';
import { ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, NS } from './vocabulary.ts';

type Algorithms = Pick<ProviderPolicy, 'signatureAlgorithms' | 'encryptionAlgorithms'>;

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const SHA1 = `${NS.signature}sha1`;
const DIGESTS = [`${NS.encryption}sha256`, `${NS.encryption}sha512`];
/**
 * Strong, but the library knows none of them in XML (xml-crypto 6.3, lib/signed-xml.js). Signatures of redirects and of
 * metadata, which we verify ourselves, may be of these.
 */
const UNSUPPORTED = ['rsa-sha384', 'ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512', 'sha384'].map((name) => MORE + name);

/**
 * Everything that names an algorithm names one that the provider's policy allows in that place. The library itself has no
 * such list (its pitfall 9).
 * @throws RefusedMessageError
 */
export function checkAlgorithms(root: XmlElement, policy: Algorithms): void {
  const allowed = allowedBy(policy);
  for (const { namespace, name, parent, attributes } of allElements(root)) {
    const algorithm = attributes.get('Algorithm');
    demand(algorithm === undefined || !UNSUPPORTED.includes(algorithm), 'unsupported-algorithm');
    const here = allowed[`${parent?.name ?? ''}/${name}`] ?? allowed[name];
    if (algorithm === undefined) demand(here === undefined || !isOfW3c(namespace), 'weak-algorithm');
    else demand(isOfW3c(namespace) && here?.includes(algorithm) === true, 'weak-algorithm');
  }
}

/** By the element that names it, where needed with the element around it. */
function allowedBy({
  signatureAlgorithms,
  encryptionAlgorithms,
}: Algorithms): Partial<Record<string, readonly string[]>> {
  return {
    CanonicalizationMethod: [EXCLUSIVE_C14N],
    Transform: [ENVELOPED_SIGNATURE, EXCLUSIVE_C14N],
    SignatureMethod: signatureAlgorithms.map((name) => (name === 'rsa-sha1' ? NS.signature : MORE) + name),
    'Reference/DigestMethod': signatureAlgorithms.includes('rsa-sha1') ? [...DIGESTS, SHA1] : DIGESTS,
    'EncryptedData/EncryptionMethod': encryptionAlgorithms.map((name) => (isCbc(name) ? NS.encryption : NS.gcm) + name),
    'EncryptedKey/EncryptionMethod': [`${NS.encryption}rsa-oaep-mgf1p`],
    // OAEP needs a mask, not a hash without collisions (RFC 8017, B.1); the library knows no other here.
    'EncryptionMethod/DigestMethod': [SHA1],
  };
}

function isCbc(algorithm: string): boolean {
  return algorithm.endsWith('-cbc');
}

function isOfW3c(namespace: string): boolean {
  return namespace === NS.signature || namespace === NS.encryption;
}
