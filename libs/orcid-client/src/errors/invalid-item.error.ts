import { describe, type OrcidAnswer } from './orcid-answer.ts';

/**
 * ORCID does not take this item as it is (400), or it was found faulty before it was sent (status 0). Never sent again
 * unchanged; a person must correct it.
 */
export class InvalidItemError extends Error {
  readonly code = 'invalid-item';

  constructor(
    readonly answer: OrcidAnswer,
    /** For people: what is wrong, e.g. "organization.city is required". */
    readonly explanation: string,
  ) {
    super(`ORCID does not take the item (${describe(answer)})`);
    this.name = InvalidItemError.name;
  }
}
