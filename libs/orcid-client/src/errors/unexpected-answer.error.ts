import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** An answer that ORCID does not give to a correct request: our fault. */
export class UnexpectedAnswerError extends Error {
  readonly code = 'unexpected-answer';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID answered unexpectedly (${describe(answer)})`);
    this.name = UnexpectedAnswerError.name;
  }
}
