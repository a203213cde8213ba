import { describe, type OrcidAnswer } from './orcid-answer.ts';

/**
 * ORCID answers that the token is unknown, expired or revoked. Evidence, and no proof: it says the same while its own
 * authorization server does not answer (OrcidBearerTokenFilter). Believe it when it repeats while a token of the client
 * works (`recordStates.stateOf`), then ask the person again.
 */
export class AccessRevokedError extends Error {
  readonly code = 'access-revoked';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID does not accept the token (${describe(answer)})`);
    this.name = AccessRevokedError.name;
  }
}
