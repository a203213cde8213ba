import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** Too many requests: ORCID said so, or our own queue was too long for the deadline. Wait, then try again; the request had no effect. */
export class RateLimitedError extends Error {
  readonly code = 'rate-limited';

  constructor(
    readonly answer: OrcidAnswer,
    /** How long ORCID asks to wait; undefined when it does not say, as today. */
    readonly retryAfterMs?: number,
  ) {
    super(`ORCID takes no more requests for now (${describe(answer)})`);
    this.name = RateLimitedError.name;
  }
}
