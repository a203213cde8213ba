import { type FastifyReply, type FastifyRequest } from 'fastify';
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

const waitingSchema = z.object({ request: z.string() });
const choiceSchema = z.object({ request: z.string(), username: z.string().trim() });

/** What a browser meets on its way through a sign-on. */
export class SignOnPages {
  constructor(
    private readonly idp: DevIdp,
    private readonly signOn: SignOn,
  ) {}

  /** Always a redirect: a request posted from another site comes without our cookie, the page after it comes with it. */
  async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const message = messageIn(request);
    if (message.kind !== 'SAMLRequest') throw new MessageRefusedError('This address takes sign-on requests only.');
    return reply.redirect(`/sign-in?request=${await this.signOn.begin(message)}`, 303);
  }

  async show(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { request: id } = waitingSchema.parse(request.query);
    const form = await this.signOn.withoutAsking(id, sessionOf(request, this.idp));
    return form ? this.#pass(reply, form) : this.#ask(reply, id);
  }

  async choose(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { request: id, username } = choiceSchema.parse(request.body);
    const person = this.idp.settings.people.find((one) => one.username === username);
    if (!person) return this.#ask(reply, id, username);
    this.signOn.waiting(id);
    const session = this.idp.sessions.begin(person, sessionOf(request, this.idp));
    this.idp.log.add({ event: 'signed-in', username });
    keepSession(reply, session, this.idp);
    return this.#pass(reply, await this.signOn.answer(id, session));
  }

  #pass(reply: FastifyReply, form: PostForm): FastifyReply {
    return sendPage(reply, <ContinuePage institution={this.idp.settings.displayName} form={form} />);
  }

  #ask(reply: FastifyReply, pendingId: string, unknownUsername?: string): FastifyReply {
    const { displayName, people } = this.idp.settings;
    const page = (
      <SignInPage
        institution={displayName}
        pendingId={pendingId}
        serviceProvider={this.signOn.waiting(pendingId).serviceProvider.entityId}
        people={people}
        unknownUsername={unknownUsername}
      />
    );
    return sendPage(reply, page, unknownUsername === undefined ? 200 : 422);
  }
}
