import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type DevIdp } from '../dev-idp.ts';
import { type LogoutStep, type SingleLogout } from '../logout/single-logout.ts';
import { ContinuePage } from '../pages/continue.page.tsx';
import { SignedOutPage } from '../pages/signed-out.page.tsx';
import { dropSession, sessionOf } from './browser-session.ts';
import { messageIn } from './incoming.ts';
import { sendPage } from './page-reply.ts';

export function logoutRoutes(app: FastifyInstance, idp: DevIdp, logout: SingleLogout): void {
  const institution = idp.settings.displayName;

  const go = (reply: FastifyReply, step: LogoutStep): FastifyReply => {
    switch (step.kind) {
      case 'redirect':
        return reply.redirect(step.url, 303);
      case 'form':
        return sendPage(reply, <ContinuePage institution={institution} form={step} />);
      case 'done':
        return sendPage(reply, <SignedOutPage institution={institution} isEverywhere={step.isEverywhere} />);
    }
  };

  app.route({
    method: ['GET', 'POST'],
    url: '/slo',
    handler: async (request, reply) => {
      const message = messageIn(request);
      const step = await (message.kind === 'SAMLRequest' ? logout.asked(message) : logout.confirmed(message));
      if (!sessionOf(request, idp)) dropSession(reply);
      return go(reply, step);
    },
  });

  app.post('/sign-out', async (request, reply) => {
    const session = sessionOf(request, idp);
    dropSession(reply);
    return go(reply, session ? await logout.begin(session) : { kind: 'done', isEverywhere: true });
  });
}
