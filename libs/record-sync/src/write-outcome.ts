import {
  AccessRevokedError,
  ClientRefusedError,
  DuplicateItemError,
  InsufficientScopeError,
  InvalidItemError,
  ItemGoneError,
  NotOurItemError,
  RateLimitedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
} from '@ligature/orcid-client';
import type { PutCode } from '@ligature/orcid-model';

/**
 * What a failed write means for its item.
 * - `exists`: it is on the record already; take the put-code, or look when ORCID did not name it.
 * - `gone`: its owner removed it, or it is no longer ours.
 * - `refused`: never send this content again; a person must correct it.
 * - `blocked`: nothing can be written on this record for now; the item says why.
 * - `no-effect`: ORCID did nothing; the same may be tried later.
 * - `uncertain`: nobody knows what ORCID did; look before anything else.
 */
export type WriteOutcome =
  | { readonly kind: 'exists'; readonly putCode: PutCode | undefined }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'blocked'; readonly code: string; readonly message: string }
  | { readonly kind: 'no-effect' }
  | { readonly kind: 'uncertain' };

/** Reads a verdict off an error; whatever is not surely harmless is uncertain. */
export function classify(error: unknown): WriteOutcome {
  if (error instanceof DuplicateItemError) return { kind: 'exists', putCode: error.putCode };
  if (error instanceof ItemGoneError || error instanceof NotOurItemError) return { kind: 'gone' };
  if (error instanceof InvalidItemError) return { kind: 'refused', code: error.code, message: error.explanation };
  const blocked = BLOCKED.find(([type]) => error instanceof type);
  if (blocked !== undefined) return { kind: 'blocked', code: (error as { code: string }).code, message: blocked[1] };
  const harmless = NO_EFFECT.some((type) => error instanceof type);
  return { kind: harmless ? 'no-effect' : 'uncertain' };
}

const BLOCKED = [
  [InsufficientScopeError, 'The permission does not cover writing to the record.'],
  [RecordLockedError, 'ORCID has locked the record, or it was never claimed.'],
  [RecordDeactivatedError, 'The owner has deactivated the record.'],
  [RecordDeprecatedError, 'The record was merged into another one; the person must connect that iD.'],
] as const;

const NO_EFFECT = [AccessRevokedError, ClientRefusedError, RateLimitedError] as const;
