import type { ProviderSession } from './provider-session.ts';
import type { Role } from './role.ts';

/** What is known of whoever is signed in. */
export interface SessionContent {
  readonly personId: string;
  /** What the institution says they may do beyond their own connection. */
  readonly roles: readonly Role[];
  /** How the identity provider names its own session, to end it when this one ends. */
  readonly providerSession: ProviderSession;
  /** Finds the session when the provider asks to end it. */
  readonly subject?: string;
}
