import type { PutCode } from '@ligature/orcid-model';
import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** We added this item before (409/9021). Keep the put-code it has, and replace it if it differs. */
export class DuplicateItemError extends Error {
  readonly code = 'duplicate-item';

  constructor(
    readonly answer: OrcidAnswer,
    /** Undefined when ORCID did not name it: read the section and look for our own identifier. */
    readonly putCode: PutCode | undefined,
  ) {
    super(`The item is on the record already (${describe(answer)})`);
    this.name = DuplicateItemError.name;
  }
}
