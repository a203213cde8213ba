import type { RefusalReason } from '../refused-message.error.ts';

/** What came of a logout message. */
export type LogoutOutcome =
  /** The provider answered our sign-out; everywhere, or not surely. */
  | { readonly kind: 'answered'; readonly providerId: string; readonly isEverywhere: boolean }
  /** The provider wanted somebody signed out, which is done; the browser takes our answer there, if it takes answers. */
  | { readonly kind: 'asked'; readonly providerId: string; readonly answerUrl: string | undefined }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };
