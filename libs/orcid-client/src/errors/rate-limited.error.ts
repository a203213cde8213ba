import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** We asked too often. Wait, then try again; the request had no effect. */
export class RateLimitedError extends Error {
  readonly code = 'rate-limited';

  constructor(
    readonly answer: OrcidAnswer,
    options?: ErrorOptions,
  ) {
    super(`ORCID asks for fewer requests (${describe(answer)})`, options);
    this.name = RateLimitedError.name;
  }
}
