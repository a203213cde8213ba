import { RefusedMessageError, type RefusalReason } from '../refused-message.error.ts';

/** What the library's own words mean, as far as an operator can do something about it. Only the log is better for it. */
const MEANINGS: readonly (readonly [RegExp, RefusalReason])[] = [
  [/signature/i, 'wrong-signature'],
  [/audience/i, 'audience'],
  [/not yet valid/i, 'not-yet-valid'],
  [/expired/i, 'expired'],
];

/** A refusal of the library, as one of ours. */
export function libraryRefusal(cause: unknown): RefusedMessageError {
  if (cause instanceof RefusedMessageError) return cause;
  const words = cause instanceof Error ? cause.message : '';
  const [, reason] = MEANINGS.find(([pattern]) => pattern.test(words)) ?? [undefined, 'library-refused' as const];
  return new RefusedMessageError(reason, { cause });
}
