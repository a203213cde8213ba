import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import type { CipherGCMTypes } from 'node:crypto';

export interface Encryption {
  /** Such as `aes256-gcm`. */
  readonly cipher: string;
  /** PEM of the reader. */
  readonly publicPem: string;
  readonly keyTransport?: 'oaep' | 'pkcs1';
  /** What the message says of it, where that is a lie. */
  readonly algorithm?: string;
  readonly keyAlgorithm?: string;
}

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const IV_BYTES = { gcm: 12, cbc: 16 } as const;

/** Encrypts an assertion as XML encryption says, with Node's own ciphers. */
export function encryptXml(xml: string, { cipher, publicPem, keyTransport = 'oaep', ...said }: Encryption): string {
  const key = randomBytes(Number(/\d+/.exec(cipher)?.[0]) / 8);
  const data = cipher.endsWith('gcm') ? sealGcm(cipher, key, xml) : sealCbc(cipher, key, xml);
  const padding = keyTransport === 'oaep' ? constants.RSA_PKCS1_OAEP_PADDING : constants.RSA_PKCS1_PADDING;
  const wrapped = publicEncrypt({ key: publicPem, padding, oaepHash: 'sha1' }, key).toString('base64');
  const algorithm = said.algorithm ?? (cipher.endsWith('gcm') ? 'http://www.w3.org/2009/xmlenc11#' : XMLENC) + cipher;
  const keyAlgorithm = said.keyAlgorithm ?? XMLENC + (keyTransport === 'oaep' ? 'rsa-oaep-mgf1p' : 'rsa-1_5');
  return `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="${XMLENC}" Type="${XMLENC}Element"><xenc:EncryptionMethod Algorithm="${algorithm}"/><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${keyAlgorithm}"/><xenc:CipherData><xenc:CipherValue>${wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>${data.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>`;
}

function sealGcm(name: string, key: Buffer, xml: string): Buffer {
  const iv = randomBytes(IV_BYTES.gcm);
  const cipher = createCipheriv(name.replace('aes', 'aes-') as CipherGCMTypes, key, iv);
  return Buffer.concat([iv, cipher.update(xml), cipher.final(), cipher.getAuthTag()]);
}

/** Only the last byte of this padding counts (XML encryption 5.2); the others are chosen to be unlike PKCS #7's. */
function sealCbc(name: string, key: Buffer, xml: string): Buffer {
  const iv = randomBytes(IV_BYTES.cbc);
  const text = Buffer.from(xml);
  const missing = 16 - (text.length % 16);
  const padding = Buffer.concat([Buffer.alloc(missing - 1, 0xff), Buffer.from([missing])]);
  const cipher = createCipheriv(name.replace('aes', 'aes-'), key, iv).setAutoPadding(false);
  return Buffer.concat([iv, cipher.update(text), cipher.update(padding), cipher.final()]);
}
