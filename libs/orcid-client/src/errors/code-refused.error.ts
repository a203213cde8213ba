import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The authorization code is unknown, expired or was used before. Begin a new authorization; never send the code again. */
export class CodeRefusedError extends Error {
  readonly code = 'code-refused';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID refused the authorization code (${describe(answer)})`);
    this.name = CodeRefusedError.name;
  }
}
