import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The owner has deactivated the record. Pause, and look again rarely. */
export class RecordDeactivatedError extends Error {
  readonly code = 'record-deactivated';

  constructor(readonly answer: OrcidAnswer) {
    super(`The record is deactivated (${describe(answer)})`);
    this.name = RecordDeactivatedError.name;
  }
}
