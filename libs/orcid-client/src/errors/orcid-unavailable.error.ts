import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** ORCID did not answer, or answered as only a broken or busy server does. Whether the request had an effect is unknown. */
export class OrcidUnavailableError extends Error {
  readonly code = 'orcid-unavailable';

  constructor(
    readonly answer: OrcidAnswer,
    options?: ErrorOptions,
  ) {
    super(`ORCID is unavailable (${describe(answer)})`, options);
    this.name = OrcidUnavailableError.name;
  }
}
