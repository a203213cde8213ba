import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { type Credential } from '../keys/credential.ts';

/** XML Encryption read by Node alone: the wrapped key first, then the assertion (xmlenc-core1 sections 5.2 and 5.5). */
export function decryptedAssertion(xml: string, { privateKey }: Credential): string {
  const [wrappedKey, content] = [...xml.matchAll(/<(?:\w+:)?CipherValue>([^<]*)</g)].map(([, value = '']) =>
    Buffer.from(value, 'base64'),
  );
  if (!wrappedKey || !content) throw new Error('There is no encrypted assertion.');
  const key = privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING }, wrappedKey);
  return xml.includes('#aes256-gcm') ? gcm(key, content) : cbc(key, content);
}

function gcm(key: Buffer, content: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, content.subarray(0, 12));
  decipher.setAuthTag(content.subarray(-16));
  return Buffer.concat([decipher.update(content.subarray(12, -16)), decipher.final()]).toString('utf8');
}

function cbc(key: Buffer, content: Buffer): string {
  const decipher = createDecipheriv('aes-128-cbc', key, content.subarray(0, 16));
  return Buffer.concat([decipher.update(content.subarray(16)), decipher.final()]).toString('utf8');
}
