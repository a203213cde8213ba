import { describe, type OrcidAnswer } from './orcid-answer.ts';

/**
 * ORCID has no item of this put-code on this record (404/9016). Evidence that its owner removed it, and no proof: a
 * replica that lags answers so too, and so does ORCID for an iD that it does not know. Keep the put-code, and read the
 * item again later while the record itself can be read.
 */
export class ItemGoneError extends Error {
  readonly code = 'item-gone';

  constructor(readonly answer: OrcidAnswer) {
    super(`The record has no such item (${describe(answer)})`);
    this.name = ItemGoneError.name;
  }
}
