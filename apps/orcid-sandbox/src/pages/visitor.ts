import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Session } from '../oauth/sessions.ts';
import { displayName } from '../view/public-name.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Registry } from '../registry/registry.ts';
import { situationWords } from './person-words.ts';
import { dropSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { type ListedPerson } from './sign-in.page.tsx';

const LISTED = 200;

export function sessionOf(registry: Registry, request: FastifyRequest): Session | undefined {
  return registry.sessions.find(readSessionCookie(request));
}

export function signIn(registry: Registry, record: OrcidRecord, reply: FastifyReply): void {
  writeSessionCookie(reply, registry.sessions.begin(record.orcid, registry.now()).id);
}

export function signOut(registry: Registry, request: FastifyRequest, reply: FastifyReply): void {
  registry.sessions.end(readSessionCookie(request));
  dropSessionCookie(reply);
}

/** Only a path of this site may be the next stop. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/my-orcid';
}

export function listedPeople(registry: Registry): ListedPerson[] {
  return [...registry.records].slice(0, LISTED).map(({ orcid, profile }) => ({
    orcid,
    name: displayName(profile),
    situation: situationWords(profile),
  }));
}

export function signedIn(registry: Registry, request: FastifyRequest): OrcidRecord | undefined {
  return registry.record(sessionOf(registry, request)?.orcid ?? '');
}
