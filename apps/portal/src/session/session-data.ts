import type { PersonRole, ProviderSession } from '@ligature/saml-auth';
import 'express-session';

/** What is known of whoever is signed in. */
export interface SessionContent {
  readonly personId: string;
  /** What the institution says they may do beyond their own connection. */
  readonly roles: readonly PersonRole[];
  /** How the identity provider names its own session, to end it when this one ends. */
  readonly providerSession: ProviderSession;
  /** Finds the session when the provider asks to end it. */
  readonly subject?: string;
}

declare module 'express-session' {
  interface SessionData extends Partial<SessionContent> {
    /** Kept from one page to the next after a connection has ended. */
    csrfToken?: string;
  }
}
