import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** ORCID did not answer, or answered as only a broken server does. */
export class OrcidUnavailableError extends Error {
  readonly code = 'orcid-unavailable';

  constructor(
    readonly answer: OrcidAnswer,
    /** `none`: the request never reached ORCID. `unknown`: look at the record before doing the same again. */
    readonly effect: 'none' | 'unknown' = 'unknown',
  ) {
    super(`ORCID is unavailable (${describe(answer)})`);
    this.name = OrcidUnavailableError.name;
  }
}
