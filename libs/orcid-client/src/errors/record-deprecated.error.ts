import type { OrcidId } from '@ligature/orcid-model';
import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The record was merged into another one (9007). The person must connect the other iD; our token does not fit it. */
export class RecordDeprecatedError extends Error {
  readonly code = 'record-deprecated';

  constructor(
    readonly answer: OrcidAnswer,
    /** The iD to use instead; undefined when ORCID did not name it. */
    readonly newId: OrcidId | undefined,
  ) {
    super(`The record was merged into another (${describe(answer)})`);
    this.name = RecordDeprecatedError.name;
  }
}
