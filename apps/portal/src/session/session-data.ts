import 'express-session';

declare module 'express-session' {
  interface SessionData {
    /** Who is signed in: the id and nothing else. */
    researcherId?: string;
    /** Kept from one page to the next after a connection has ended. */
    csrfToken?: string;
  }
}
