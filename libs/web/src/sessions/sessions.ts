import { type RequestHandler } from 'express';
import session from 'express-session';
import type { PublicAddress } from '../public-address.ts';
import { cookieFor } from './cookie.ts';
import { type SessionRecords, SessionStore } from './session-store.ts';

export interface SessionOptions {
  readonly records: SessionRecords;
  readonly secrets: readonly string[];
  /** Whose sessions these are: those of other institutions do not exist here. */
  readonly institutionId: string;
  /** Address people use: decides whether cookies are for https only. */
  readonly address: Pick<PublicAddress, 'isSecure'>;
}

/** Browser sessions: begun only when something is kept in them, ended by the server, unreadable to scripts. */
export function sessions({ records, secrets, institutionId, address }: SessionOptions): RequestHandler {
  const { name, ...cookie } = cookieFor('session', address);
  return session({
    store: new SessionStore(records, institutionId),
    secret: [...secrets],
    name,
    cookie,
    resave: false,
    saveUninitialized: false,
  });
}
