import type { RefusalReason } from '../refused-message.error.ts';

/** How a sign-in ended. Why it was refused is for the log only. */
export type SignOnOutcome =
  | { readonly kind: 'signed-in'; readonly returnTo: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };
