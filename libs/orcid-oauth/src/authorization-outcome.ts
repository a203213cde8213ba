import type { OrcidGrant } from '@ligature/orcid-client';

/**
 * Why an authorization came to nothing.
 * - `not-begun-here`: unknown, expired or used state, or another session's or person's. The code was not touched.
 * - `no-answer`: neither a code nor a refusal, as when ORCID puts its error into the fragment.
 * - `refused-request`: ORCID does not accept what we asked for; an operator must act.
 * - `code-refused`: ORCID does not accept the code.
 * - `orcid-unavailable`: nobody knows what became of the code; the person must begin again.
 */
export type AuthorizationFailure =
  'not-begun-here' | 'no-answer' | 'refused-request' | 'code-refused' | 'orcid-unavailable';

/** How the round trip to ORCID ended. A refusal is not a failure; `repeated` is an answer that was taken in here before. */
export type AuthorizationOutcome =
  | { readonly kind: 'granted'; readonly grant: OrcidGrant; readonly shownText: string }
  | { readonly kind: 'denied'; readonly shownText: string }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'failed'; readonly reason: AuthorizationFailure };
