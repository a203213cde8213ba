import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** ORCID knows no record of this iD (404/9016, 404/9011). Says nothing of any item. Pause, and look again rarely. */
export class RecordNotFoundError extends Error {
  readonly code = 'record-not-found';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID knows no such record (${describe(answer)})`);
    this.name = RecordNotFoundError.name;
  }
}
