import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Session } from '../oauth/sessions.ts';
import { displayName } from '../view/public-name.ts';
import { type OrcidRecord } from '../world/orcid-record.ts';
import { type World } from '../world/world.ts';
import { situationWords } from './person-words.ts';
import { dropSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { type ListedPerson } from './sign-in.page.tsx';

const LISTED = 200;

export function sessionOf(world: World, request: FastifyRequest): Session | undefined {
  return world.sessions.find(readSessionCookie(request));
}

export function signIn(world: World, record: OrcidRecord, reply: FastifyReply): void {
  writeSessionCookie(reply, world.sessions.begin(record.orcid, world.now()).id);
}

export function signOut(world: World, request: FastifyRequest, reply: FastifyReply): void {
  world.sessions.end(readSessionCookie(request));
  dropSessionCookie(reply);
}

/** Only a path of this site may be the next stop. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/my-orcid';
}

export function listedPeople(world: World): ListedPerson[] {
  return [...world.records].slice(0, LISTED).map(({ orcid, profile }) => ({
    orcid,
    name: displayName(profile),
    situation: situationWords(profile),
  }));
}

export function signedIn(world: World, request: FastifyRequest): OrcidRecord | undefined {
  return world.record(sessionOf(world, request)?.orcid ?? '');
}
