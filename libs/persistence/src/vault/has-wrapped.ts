import { createDecipheriv } from 'node:crypto';
import { decodeProtectedHeader, type FlattenedJWE } from 'jose';
import type { WrappingKey } from './keyring.ts';

/**
 * Whether this key wrapped the data key of a sealed value (A256GCMKW, RFC 7518 section 4.7, is authenticated). It needs to know
 * nothing of the row that the value is bound to, and opens nothing.
 */
export function hasWrapped(key: WrappingKey, jwe: FlattenedJWE): boolean {
  const { iv, tag } = decodeProtectedHeader(jwe);
  const [nonce, authentication, wrapped] = [iv, tag, jwe.encrypted_key].map(bytesOf);
  if (nonce?.length !== 12 || authentication?.length !== 16 || wrapped === undefined) return false;
  const cipher = createDecipheriv('aes-256-gcm', key.bytes, nonce).setAuthTag(authentication);
  try {
    cipher.update(wrapped);
    cipher.final();
    return true;
  } catch {
    return false;
  }
}

function bytesOf(value: unknown): Buffer | undefined {
  return typeof value === 'string' ? Buffer.from(value, 'base64url') : undefined;
}
