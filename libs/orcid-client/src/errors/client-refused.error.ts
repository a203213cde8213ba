import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** ORCID does not accept our client id, secret or rights. An operator must act; nothing about the person has changed. */
export class ClientRefusedError extends Error {
  readonly code = 'client-refused';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID refused this client (${describe(answer)})`);
    this.name = ClientRefusedError.name;
  }
}
