import { RefusedMessageError, type RefusalReason } from '../refused-message.error.ts';

/** Why something was refused; undefined when it was not. Any other error is thrown on. */
export function refusalOf(attempt: () => unknown): RefusalReason | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof RefusedMessageError) return error.reason;
    throw error;
  }
}
