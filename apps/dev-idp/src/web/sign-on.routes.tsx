import { type FastifyInstance, type FastifyReply } from 'fastify';
import { z } from 'zod';
import { type DevIdp } from '../dev-idp.ts';
import { ContinuePage } from '../pages/continue.page.tsx';
import { SignInPage } from '../pages/sign-in.page.tsx';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type PostForm } from '../saml/outgoing-message.ts';
import { type SignOn } from '../sign-on/sign-on.ts';
import { keepSession, sessionOf } from './browser-session.ts';
import { messageIn } from './incoming.ts';
import { sendPage } from './page-reply.ts';

const pageQuerySchema = z.object({ request: z.string() });
const choiceSchema = z.object({ request: z.string(), username: z.string().trim() });

export function signOnRoutes(app: FastifyInstance, idp: DevIdp, signOn: SignOn): void {
  const { displayName, people } = idp.settings;

  const pass = (reply: FastifyReply, form: PostForm): FastifyReply =>
    sendPage(reply, <ContinuePage institution={displayName} form={form} />);

  const ask = (reply: FastifyReply, pendingId: string, unknownUsername?: string): FastifyReply =>
    sendPage(
      reply,
      <SignInPage
        institution={displayName}
        pendingId={pendingId}
        serviceProvider={signOn.waiting(pendingId).serviceProvider.entityId}
        people={people}
        unknownUsername={unknownUsername}
      />,
      unknownUsername === undefined ? 200 : 422,
    );

  app.route({
    method: ['GET', 'POST'],
    url: '/sso',
    handler: async (request, reply) => {
      const message = messageIn(request);
      if (message.kind !== 'SAMLRequest') throw new MessageRefusedError('This address takes sign-on requests only.');
      return reply.redirect(`/sign-in?request=${await signOn.begin(message)}`, 303);
    },
  });

  app.get('/sign-in', async (request, reply) => {
    const { request: id } = pageQuerySchema.parse(request.query);
    const form = await signOn.withoutAsking(id, sessionOf(request, idp));
    return form ? pass(reply, form) : ask(reply, id);
  });

  app.post('/sign-in', async (request, reply) => {
    const { request: id, username } = choiceSchema.parse(request.body);
    const person = people.find((one) => one.username === username);
    if (!person) return ask(reply, id, username);
    signOn.waiting(id);
    const session = idp.sessions.begin(person);
    idp.log.add({ event: 'signed-in', username });
    keepSession(reply, session, idp);
    return pass(reply, await signOn.answer(id, session));
  });
}
