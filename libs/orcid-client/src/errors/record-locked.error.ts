import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** ORCID has locked the record, or its owner has not claimed it yet. Pause, and look again rarely. */
export class RecordLockedError extends Error {
  readonly code = 'record-locked';

  constructor(readonly answer: OrcidAnswer) {
    super(`The record is locked or unclaimed (${describe(answer)})`);
    this.name = RecordLockedError.name;
  }
}
