import { createCipheriv, constants, publicEncrypt, randomBytes, type CipherGCMTypes } from 'node:crypto';
import { NS } from '../checks/vocabulary.ts';

const PADDING = 16;

/** An assertion encrypted for the holder of a certificate, with AES in one of its modes, such as `aes256-gcm`. */
export function encrypted(xml: string, cipher: string, certificatePem: string): string {
  const key = randomBytes(Number(/\d+/.exec(cipher)?.[0]) / 8);
  const data = cipher.endsWith('gcm') ? gcm(cipher, key, xml) : cbc(cipher, key, xml);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrapped = publicEncrypt({ key: certificatePem, padding, oaepHash: 'sha1' }, key);
  const algorithm = (cipher.endsWith('gcm') ? NS.gcm : NS.encryption) + cipher;
  return `<saml:EncryptedAssertion xmlns:saml="${NS.assertion}"><xenc:EncryptedData xmlns:xenc="${NS.encryption}"><xenc:EncryptionMethod Algorithm="${algorithm}"/><ds:KeyInfo xmlns:ds="${NS.signature}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${NS.encryption}rsa-oaep-mgf1p"/>${cipherData(wrapped)}</xenc:EncryptedKey></ds:KeyInfo>${cipherData(data)}</xenc:EncryptedData></saml:EncryptedAssertion>`;
}

function cipherData(bytes: Buffer): string {
  return `<xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`;
}

function gcm(name: string, key: Buffer, xml: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv(name.replace('aes', 'aes-') as CipherGCMTypes, key, iv);
  return Buffer.concat([iv, cipher.update(xml), cipher.final(), cipher.getAuthTag()]);
}

function cbc(name: string, key: Buffer, xml: string): Buffer {
  const iv = randomBytes(PADDING);
  const missing = PADDING - (Buffer.byteLength(xml) % PADDING);
  const cipher = createCipheriv(name.replace('aes', 'aes-'), key, iv).setAutoPadding(false);
  return Buffer.concat([iv, cipher.update(xml), cipher.update(Buffer.alloc(missing, missing)), cipher.final()]);
}
