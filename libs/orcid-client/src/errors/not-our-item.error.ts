import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** Another source owns the item now. Forget the put-code. */
export class NotOurItemError extends Error {
  readonly code = 'not-our-item';

  constructor(readonly answer: OrcidAnswer) {
    super(`The item has another source (${describe(answer)})`);
    this.name = NotOurItemError.name;
  }
}
