import { inflateRawSync } from 'node:zlib';
import { demand, RefusedMessageError } from '../refused-message.error.ts';

/** Messages are a few kilobytes; nothing is decoded of one that is larger than this (our choice). */
const LARGEST_BYTES = 256 * 1024;
const LARGEST_BASE64 = Math.ceil(LARGEST_BYTES / 3) * 4;

/**
 * The XML of a field of the HTTP-POST binding (SAML bindings 3.5.4): base64, which may be broken into lines.
 * @throws RefusedMessageError
 */
export function decodePosted(field: unknown): string {
  return utf8(bytesOf(field, LARGEST_BASE64));
}

/**
 * The XML of a parameter of the HTTP-Redirect binding (SAML bindings 3.4.4.1): deflated, then base64.
 * @throws RefusedMessageError, also when a small parameter would grow large
 */
export function decodeRedirected(parameter: unknown): string {
  const deflated = bytesOf(parameter, LARGEST_BASE64);
  try {
    return utf8(inflateRawSync(deflated, { maxOutputLength: LARGEST_BYTES }));
  } catch (error) {
    throw error instanceof RefusedMessageError ? error : new RefusedMessageError('not-deflated', { cause: error });
  }
}

function bytesOf(field: unknown, longest: number): Buffer {
  demand(typeof field === 'string' && field !== '', 'not-one-message');
  demand(field.length <= longest * 1.1, 'too-large');
  const base64 = field.replace(/\r?\n/g, '');
  demand(base64.length <= longest, 'too-large');
  const bytes = Buffer.from(base64, 'base64');
  // Node skips what is not base64; only one spelling of the same bytes is accepted.
  demand(bytes.toString('base64') === base64, 'not-base64');
  return bytes;
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new RefusedMessageError('not-utf8', { cause: error });
  }
}
