import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The item is not on the record: its owner removed it, and that is their decision. */
export class ItemGoneError extends Error {
  readonly code = 'item-gone';

  constructor(readonly answer: OrcidAnswer) {
    super(`The item is not on the record (${describe(answer)})`);
    this.name = ItemGoneError.name;
  }
}
