import { type AccessToken, type OrcidId, Secret, type WithdrawnToken } from '@ligature/orcid-model';

/** Whose record, with which permission. */
export interface RecordAccess {
  readonly orcid: OrcidId;
  readonly token: AccessToken;
}

/** A record whose owner took the permission back: our own items may still be removed from it, and nothing else done. */
export interface WithdrawnAccess {
  readonly orcid: OrcidId;
  readonly token: WithdrawnToken;
}

/** What is left of an access after `AccessRevokedError`, when it was the owner who ended it (ORCID: USER_REVOKED). */
export function withdrawn({ orcid, token }: RecordAccess): WithdrawnAccess {
  return { orcid, token: new Secret('withdrawn-token', token.reveal()) };
}
