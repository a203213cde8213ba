import { promisify } from 'node:util';
import type { SessionContent } from '@ligature/identity-model';
import type { Request } from 'express';
import './session-data.ts';

/** Begins a session for a person under a new id, so that one known before the sign-in is worth nothing after it. */
export async function beginSession(request: Request, content: SessionContent): Promise<void> {
  await promisify((done: Done) => request.session.regenerate(done))();
  Object.assign(request.session, content);
  await promisify((done: Done) => request.session.save(done))();
}

/** Ends the session on the server. */
export async function endSession(request: Request): Promise<void> {
  await promisify((done: Done) => request.session.destroy(done))();
}

type Done = (error?: unknown) => void;
