import { NoTokenError } from '@ligature/connections';
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
  RecordFullError,
  RecordLockedError,
  RecordNotFoundError,
  UnexpectedAnswerError,
  OrcidUnavailableError,
} from '@ligature/orcid-client';
import type { PutCode } from '@ligature/orcid-model';

/**
 * What a failed write means for its item.
 * - `exists`: it is on the record already; take the put-code, or look when ORCID did not name it.
 * - `absent`: ORCID did not find it; one answer proves nothing, a second look of another kind must come.
 * - `refused`: never send this content again; a person must correct it.
 * - `blocked`: nothing can be written on this record for now; the item says why.
 * - `record-blocked`: the same, and it says nothing of the item.
 * - `no-effect`: ORCID did nothing; the same may be tried later.
 * - `uncertain`: nobody knows what ORCID did; look before anything else.
 */
export type WriteOutcome =
  | { readonly kind: 'exists'; readonly putCode: PutCode | undefined }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'blocked'; readonly code: string; readonly message: string }
  | { readonly kind: 'record-blocked' }
  | { readonly kind: 'no-effect' }
  | { readonly kind: 'uncertain' };

/** Reads an outcome off an error; whatever is not surely harmless is uncertain. */
export function classify(error: unknown): WriteOutcome {
  if (error instanceof DuplicateItemError) return { kind: 'exists', putCode: error.putCode };
  if (error instanceof ItemGoneError) return { kind: 'absent' };
  if (error instanceof InvalidItemError) return { kind: 'refused', code: codeOf(error), message: error.explanation };
  const refused = REFUSED.find(([type]) => error instanceof type);
  if (refused !== undefined) return { kind: 'refused', code: (error as { code: string }).code, message: refused[1] };
  if (OF_RECORD.some((type) => error instanceof type)) return { kind: 'record-blocked' };
  const blocked = BLOCKED.find(([type]) => error instanceof type);
  if (blocked !== undefined) return { kind: 'blocked', code: (error as { code: string }).code, message: blocked[1] };
  const neverSent = error instanceof OrcidUnavailableError && error.effect === 'none';
  // A success that cannot be read, such as a creation without its put-code, was done all the same.
  const mayBeDone = error instanceof UnexpectedAnswerError && error.answer.status < 300;
  const harmless = neverSent || (!mayBeDone && NO_EFFECT.some((type) => error instanceof type));
  return { kind: harmless ? 'no-effect' : 'uncertain' };
}

/** ORCID's number where it gave one: people are told by it, in their language, what is wrong (`item-cause.ts`). */
function codeOf({ answer: { status, reason }, code }: InvalidItemError): string {
  if (status === 0) return 'not-sent';
  if (status === 413) return 'too-long';
  return reason !== null && /^\d+$/.test(reason) ? reason : code;
}

/** What ORCID says of the record, and not of the item: kept with the connection, where it is told (`PermissionEvidence`). */
const OF_RECORD = [RecordLockedError, RecordDeactivatedError, RecordDeprecatedError] as const;

/** About this one item: nothing of it is concluded but that the same need not be sent again. */
const REFUSED = [
  [NotOurItemError, 'ORCID says that another source wrote this item. It is looked at again with the next check.'],
  [RecordFullError, 'The record holds as many items as ORCID allows.'],
] as const;

const BLOCKED = [
  [InsufficientScopeError, 'The permission does not cover writing this.'],
  [RecordNotFoundError, 'ORCID no longer knows this record.'],
] as const;

/** ORCID did nothing: an answer that nobody expected is a refusal too. */
const NO_EFFECT = [
  AccessRevokedError,
  ClientRefusedError,
  NoTokenError,
  RateLimitedError,
  UnexpectedAnswerError,
] as const;
