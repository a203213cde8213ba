import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** ORCID does not take this item as it is (400). Never sent again unchanged; a person must correct it. */
export class InvalidItemError extends Error {
  readonly code = 'invalid-item';

  constructor(
    readonly answer: OrcidAnswer,
    /** ORCID's explanation for people, e.g. "disambiguated-organization must be present and valid". */
    readonly explanation: string,
  ) {
    super(`ORCID does not take the item (${describe(answer)})`);
    this.name = InvalidItemError.name;
  }
}
