import { verify, X509Certificate } from 'node:crypto';
import { CanonicalForm, type Namespaces } from './canonical-form.ts';
import { isNamed } from '../element.ts';
import { type ReadingEvent, writeTo } from '../reading-event.ts';
import type { SignatureStatement } from './signature-statement.ts';

/**
 * What a key has signed: the canonical form of `SignedInfo`.
 * @param signature what was read of the signature element, from its start to its end
 * @param around namespaces that are in scope in the signature element
 */
export function signedInfoText(
  signature: readonly ReadingEvent[],
  around: Namespaces,
  inclusivePrefixes: readonly string[],
): string {
  let text = '';
  const form = new CanonicalForm((piece) => (text += piece), inclusivePrefixes, around);
  for (const event of signedInfoEvents(signature)) writeTo(form, event);
  return text;
}

function* signedInfoEvents(signature: readonly ReadingEvent[]): Generator<ReadingEvent> {
  let depth = 0;
  for (const event of signature) {
    if (event.kind === 'start' && (depth > 0 || isNamed(event.tag, 'signature', 'SignedInfo'))) depth++;
    if (depth > 0) yield event;
    if (event.kind === 'end' && depth > 0) depth--;
  }
}

/** Whether the key of a certificate made the signature. The certificate's own dates do not matter: it was given to us as a key. */
export function isSignedBy(
  certificate: string,
  { keyType, signatureAlgorithm, signature }: SignatureStatement,
  signedInfo: string,
): boolean {
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  if (publicKey.asymmetricKeyType !== keyType) return false;
  // XML signatures write ECDSA as the two numbers alone (RFC 4050, section 3.3).
  const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  return verify(signatureAlgorithm, Buffer.from(signedInfo), key, signature);
}
