import { type FastifyReply, type FastifyRequest } from 'fastify';

/** Cookies do not tell ports apart, and all programs of a local set-up run on localhost: hence a name of our own. */
const NAME = 'orcid_sandbox';
/** Lax: no other site can post our forms for the person, and the way in from a client still finds the session. */
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

export function readSessionCookie(request: FastifyRequest): string | undefined {
  const [, value] = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(request.headers.cookie ?? '') ?? [];
  return value;
}

export function writeSessionCookie(reply: FastifyReply, value: string): void {
  reply.header('Set-Cookie', `${NAME}=${value}; ${ATTRIBUTES}`);
}

export function dropSessionCookie(reply: FastifyReply): void {
  reply.header('Set-Cookie', `${NAME}=; Max-Age=0; ${ATTRIBUTES}`);
}
