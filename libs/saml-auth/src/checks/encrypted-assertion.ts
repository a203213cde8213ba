import { type CipherGCMTypes, constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import type { Credential } from '../credential.ts';
import { demand, RefusedMessageError } from '../refused-message.error.ts';
import { childElements, type XmlElement } from '../xml/xml-element.ts';
import { countOf } from './screen-message.ts';
import { NS } from './vocabulary.ts';

/** An encrypted assertion in its parts (SAML core 2.3.4, XML encryption 3). */
export interface EncryptedAssertion {
  /** Such as `aes256-gcm`. */
  readonly cipher: string;
  readonly data: Buffer;
  /** Key of the data, itself encrypted for us. */
  readonly wrappedKey: Buffer;
}

const IV_BYTES = { gcm: 12, cbc: 16 } as const;
const TAG_BYTES = 16;

/** @throws RefusedMessageError unless there is one piece of data with one key: the library takes the first of several */
export function readEncryptedAssertion(encrypted: XmlElement): EncryptedAssertion {
  const isOne = countOf(encrypted, 'EncryptedData') === 1 && countOf(encrypted, 'EncryptedKey') === 1;
  demand(isOne && countOf(encrypted, 'CipherValue') === 2, 'unsafe-encryption');
  const [data] = childElements(encrypted, NS.encryption, 'EncryptedData');
  const [info] = childElements(data, NS.signature, 'KeyInfo');
  // In the KeyInfo of the data, or beside the data (SAML core 6.1).
  const [key] = [info, encrypted].flatMap((place) => childElements(place, NS.encryption, 'EncryptedKey'));
  const [method] = childElements(data, NS.encryption, 'EncryptionMethod');
  const cipher = method?.attributes.get('Algorithm')?.replace(/.*#/, '');
  demand(data !== undefined && key !== undefined && cipher !== undefined, 'unsafe-encryption');
  return { cipher, data: cipherValueOf(data), wrappedKey: cipherValueOf(key) };
}

/** CBC lets a stranger change what is encrypted, and learn of it from our answers: it needs a signature around it. */
export function isMalleable({ cipher }: EncryptedAssertion): boolean {
  return cipher.endsWith('-cbc');
}

/** Which of our keys it was encrypted for: while we change ours, providers still use the old one. */
export function credentialFor({ wrappedKey }: EncryptedAssertion, credentials: readonly Credential[]): Credential {
  const found = credentials.find((credential) => unwrapped(wrappedKey, credential) !== undefined);
  demand(found !== undefined, 'undecryptable');
  return found;
}

/** The text of the assertion, of a message that the library has accepted. */
export function decryptAssertion({ cipher, data, wrappedKey }: EncryptedAssertion, credential: Credential): string {
  const key = unwrapped(wrappedKey, credential);
  const name = cipher.replace('aes', 'aes-');
  try {
    return (name.endsWith('-gcm') ? openGcm : openCbc)(name as CipherGCMTypes, key ?? Buffer.alloc(0), data);
  } catch (error) {
    throw new RefusedMessageError('undecryptable', { cause: error });
  }
}

function openGcm(name: CipherGCMTypes, key: Buffer, data: Buffer): string {
  const decipher = createDecipheriv(name, key, data.subarray(0, IV_BYTES.gcm), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(data.subarray(-TAG_BYTES));
  return decipher.update(data.subarray(IV_BYTES.gcm, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** Padding is of the W3C's kind: only its last byte counts (XML encryption 5.2). */
function openCbc(name: string, key: Buffer, data: Buffer): string {
  const decipher = createDecipheriv(name, key, data.subarray(0, IV_BYTES.cbc)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(data.subarray(IV_BYTES.cbc)), decipher.final()]);
  return padded.subarray(0, padded.length - (padded.at(-1) ?? 0)).toString('utf8');
}

function unwrapped(wrapped: Buffer, { privateKey }: Credential): Buffer | undefined {
  try {
    return privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, wrapped);
  } catch {
    return undefined;
  }
}

function cipherValueOf(parent: XmlElement): Buffer {
  const [data] = childElements(parent, NS.encryption, 'CipherData');
  const [value] = childElements(data, NS.encryption, 'CipherValue');
  demand(value !== undefined, 'unsafe-encryption');
  return Buffer.from(value.text, 'base64');
}
