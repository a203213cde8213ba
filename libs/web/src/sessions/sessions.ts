import { type RequestHandler } from 'express';
import session from 'express-session';
import { cookieFor } from './cookie.ts';
import { type SessionRecords, SessionStore } from './session-store.ts';

export interface SessionOptions {
  readonly records: SessionRecords;
  readonly secrets: readonly string[];
  /** Address researchers use: decides whether cookies are for https only. */
  readonly publicUrl: URL;
}

/** Browser sessions: begun only when something is kept in them, ended by the server, unreadable to scripts. */
export function sessions({ records, secrets, publicUrl }: SessionOptions): RequestHandler {
  const { name, ...cookie } = cookieFor('session', publicUrl);
  return session({
    store: new SessionStore(records),
    secret: [...secrets],
    name,
    cookie,
    resave: false,
    saveUninitialized: false,
  });
}
