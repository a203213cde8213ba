import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type DevIdp } from '../dev-idp.ts';
import { type LogoutStep, type SingleLogout } from '../logout/single-logout.ts';
import { ContinuePage } from '../pages/continue.page.tsx';
import { SignedOutPage } from '../pages/signed-out.page.tsx';
import { dropSession, sessionOf } from './browser-session.ts';
import { messageIn } from './incoming.ts';
import { sendPage } from './page-reply.ts';

/** The pages and redirects of signing out. */
export class LogoutPages {
  constructor(
    private readonly idp: DevIdp,
    private readonly logout: SingleLogout,
  ) {}

  async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const message = messageIn(request);
    const step = await (message.kind === 'SAMLRequest' ? this.logout.asked(message) : this.logout.confirmed(message));
    if (!sessionOf(request, this.idp)) dropSession(reply);
    return this.#go(reply, step);
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const session = sessionOf(request, this.idp);
    dropSession(reply);
    return this.#go(reply, session ? await this.logout.begin(session) : { kind: 'done', isEverywhere: true });
  }

  #go(reply: FastifyReply, step: LogoutStep): FastifyReply {
    const institution = this.idp.settings.displayName;
    switch (step.kind) {
      case 'redirect':
        return reply.redirect(step.url, 303);
      case 'form':
        return sendPage(reply, <ContinuePage institution={institution} form={step} />);
      case 'done':
        return sendPage(reply, <SignedOutPage institution={institution} isEverywhere={step.isEverywhere} />);
    }
  }
}
