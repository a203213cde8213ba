import {
  ClientRefusedError,
  CodeRefusedError,
  InvalidItemError,
  OrcidUnavailableError,
  RateLimitedError,
  UnexpectedAnswerError,
} from '@ligature/orcid-client';
import OAuth2Strategy from 'passport-oauth2';
import type { AuthorizationFailure } from './authorization-outcome.ts';

const REASONS = [
  [CodeRefusedError, 'code-refused'],
  [OrcidUnavailableError, 'orcid-unavailable'],
  [RateLimitedError, 'orcid-unavailable'],
  [OAuth2Strategy.AuthorizationError, 'refused-request'],
  [ClientRefusedError, 'refused-request'],
  [InvalidItemError, 'refused-request'],
  [UnexpectedAnswerError, 'refused-request'],
] as const;

/** passport-oauth2 wraps what the exchange threw. */
export function causeOf(failure: unknown): unknown {
  return failure instanceof Error && 'oauthError' in failure ? failure.oauthError : failure;
}

/** @throws what is nobody's refusal but a fault of ours */
export function reasonOf(failure: unknown): AuthorizationFailure {
  const cause = causeOf(failure);
  const [, reason] = REASONS.find(([type]) => cause instanceof type) ?? [];
  if (reason === undefined) throw cause;
  return cause instanceof OrcidUnavailableError && cause.effect === 'unknown' ? 'answer-lost' : reason;
}
