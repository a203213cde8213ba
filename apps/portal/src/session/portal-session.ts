import { promisify } from 'node:util';
import type { SessionContent } from '@ligature/identity-model';
import { SessionRecords } from '@ligature/persistence';
import type { Request } from 'express';
import './session-data.ts';

/** Begins a session for a person under a new id, so that one known before the sign-in is worth nothing after it. */
export async function beginSession(request: Request, content: SessionContent): Promise<void> {
  await promisify((done: Done) => request.session.regenerate(done))();
  const { endsAt } = content.providerSession;
  Object.assign(request.session, content, endsAt !== undefined && { endsAt: Date.parse(endsAt) });
  await promisify((done: Done) => request.session.save(done))();
}

/** Names the session of whoever is signed in, for a sign-in that is to end it. */
export function nameOfSession({ session, sessionID }: Request): string | undefined {
  return session.personId === undefined ? undefined : SessionRecords.nameOf(sessionID);
}

/** Ends the session on the server. */
export async function endSession(request: Request): Promise<void> {
  await promisify((done: Done) => request.session.destroy(done))();
}

type Done = (error?: unknown) => void;
