import type { SaxesTagNS } from 'saxes';
import { instantOf } from './describe-entity.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/** What a document must fulfil before anything in it counts. */
export interface MetadataDemands {
  /** Base64 DER of certificates, one of which must have signed the document; when empty, no signature is needed. */
  readonly signedBy: readonly string[];
  readonly now: Date;
  /** Whether it must say until when it is valid, so that nobody can hold us to an old one for good. */
  readonly mustExpire: boolean;
}

/** Federations sign for a few days or weeks; one that signs for longer cannot take anything back (our choice). */
const LONGEST_MS = 31 * 24 * 60 * 60_000;

/** @param root the start of the document. @throws UnusableMetadataError */
export function demandLasting({ attributes }: SaxesTagNS, { now, mustExpire }: MetadataDemands): void {
  const validUntil = instantOf({
    attributes: new Map(Object.values(attributes).map(({ name, value }) => [name, value])),
  });
  if (validUntil !== null && validUntil <= now)
    throw new UnusableMetadataError(`it was valid until ${validUntil.toISOString()}`);
  if (!mustExpire) return;
  if (validUntil === null) throw new UnusableMetadataError('it does not say until when it is valid');
  if (validUntil.getTime() - now.getTime() > LONGEST_MS)
    throw new UnusableMetadataError(`it would be valid until ${validUntil.toISOString()}, which is more than 31 days`);
}
