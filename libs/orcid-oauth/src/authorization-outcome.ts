import type { OrcidGrant, UnreadableGrantError } from '@ligature/orcid-client';

/**
 * Why an authorization came to nothing.
 * - `not-begun-here`: unknown, expired or used state, or another session's or person's. The code was not touched.
 * - `no-answer`: neither a code nor a refusal, as when ORCID puts its error into the fragment.
 * - `refused-request`: ORCID does not accept what we asked for; an operator must act.
 * - `code-refused`: ORCID does not accept the code.
 * - `orcid-unavailable`: the code did not reach ORCID, or ORCID took nothing for now; the person must begin again.
 * - `answer-lost`: nobody knows what became of the code: ORCID may have granted something that we do not have.
 */
export type AuthorizationFailure =
  'not-begun-here' | 'no-answer' | 'refused-request' | 'code-refused' | 'orcid-unavailable' | 'answer-lost';

/** A token of which no more is known than whose client it was granted to. */
export type UnreadableGrant = Pick<UnreadableGrantError, 'clientId' | 'accessToken'>;

/** How the round trip to ORCID ended. A refusal is not a failure; `repeated` is an answer that was taken in here before. */
export type AuthorizationOutcome =
  | { readonly kind: 'granted'; readonly grant: OrcidGrant; readonly shownText: string; readonly state: string }
  /** ORCID granted something that cannot be kept, since its answer cannot be read: the token is to be ended. */
  | { readonly kind: 'unreadable'; readonly token: UnreadableGrant; readonly state: string }
  | { readonly kind: 'denied'; readonly shownText: string }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'failed'; readonly reason: AuthorizationFailure };
