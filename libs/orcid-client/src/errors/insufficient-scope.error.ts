import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The person permitted less than this needs. Ask them for more. */
export class InsufficientScopeError extends Error {
  readonly code = 'insufficient-scope';

  constructor(readonly answer: OrcidAnswer) {
    super(`The permission does not cover this (${describe(answer)})`);
    this.name = InsufficientScopeError.name;
  }
}
