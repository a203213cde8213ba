import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The record holds 10,000 works, which is all that ORCID allows (9048). Its owner must remove some. */
export class RecordFullError extends Error {
  readonly code = 'record-full';

  constructor(readonly answer: OrcidAnswer) {
    super(`The record takes no more works (${describe(answer)})`);
    this.name = RecordFullError.name;
  }
}
