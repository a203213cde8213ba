import { describe, type OrcidAnswer } from './orcid-answer.ts';

/**
 * The item stands on the record and this client is not its source: it may not be changed (403/9010), or is private
 * (403/9013). Its owner has not removed it. Keep the put-code: it may have been written by another client of ours.
 */
export class NotOurItemError extends Error {
  readonly code = 'not-our-item';

  constructor(readonly answer: OrcidAnswer) {
    super(`The item has another source (${describe(answer)})`);
    this.name = NotOurItemError.name;
  }
}
