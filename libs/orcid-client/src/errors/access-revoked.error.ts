import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** The token is unknown, expired or revoked: the only thing that ever means the permission is gone. Ask the person again. */
export class AccessRevokedError extends Error {
  readonly code = 'access-revoked';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID no longer accepts the token (${describe(answer)})`);
    this.name = AccessRevokedError.name;
  }
}
