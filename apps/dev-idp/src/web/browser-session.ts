import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type DevIdp } from '../dev-idp.ts';
import { type Session } from '../sessions/session.ts';

const COOKIE = 'dev_idp';

export function sessionOf(request: FastifyRequest, { sessions }: DevIdp): Session | undefined {
  const id = request.cookies[COOKIE];
  return id === undefined ? undefined : sessions.find(id);
}

/**
 * Lax is enough: a request that arrives by a cross-site POST is answered by a redirect to our own sign-in page, and with
 * that the cookie travels.
 */
export function keepSession(reply: FastifyReply, session: Session, { site }: DevIdp): void {
  void reply.setCookie(COOKIE, session.id, { path: '/', httpOnly: true, sameSite: 'lax', secure: site.isSecure });
}

export function dropSession(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, { path: '/' });
}
