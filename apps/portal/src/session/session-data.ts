import type { SessionContent } from '@ligature/identity-model';
import 'express-session';

declare module 'express-session' {
  interface SessionData extends Partial<SessionContent> {
    /** Kept from one page to the next after a connection has ended. */
    csrfToken?: string;
  }
}
