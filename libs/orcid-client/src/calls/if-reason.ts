import type { OrcidAnswer } from '../errors/orcid-answer.ts';

/** Turns one of ORCID's refusals into an expected outcome; every other error stays an error. */
export function ifReason<T>(reason: string, outcome: T): (error: unknown) => T {
  return (error) => {
    if (reasonOf(error) === reason) return outcome;
    throw error;
  };
}

function reasonOf(error: unknown): string | null {
  return Error.isError(error) && 'answer' in error ? (error.answer as OrcidAnswer).reason : null;
}
