import { type DevIdp } from '../dev-idp.ts';
import { type IncomingMessage } from '../saml/incoming-message.ts';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type PostForm } from '../saml/outgoing-message.ts';
import { requireTrusted } from '../saml/trust.ts';
import { type Session } from '../sessions/session.ts';
import { AnswerOutbox } from './answer-outbox.ts';
import { readAuthnRequest, requestedAcs } from './authn-request.ts';
import { draftAnswer, draftRefusal } from './draft-answer.ts';
import { type PendingSignOn, PendingSignOns } from './pending-sign-ons.ts';
import { switched } from './switches.ts';

/** From an AuthnRequest to its answer (saml-profiles section 4.1). */
export class SignOn {
  readonly #pending: PendingSignOns;
  readonly #outbox: AnswerOutbox;

  constructor(private readonly idp: DevIdp) {
    this.#pending = new PendingSignOns(idp.clock);
    this.#outbox = new AnswerOutbox(idp);
  }

  /** Checks a request and lets it wait; the id it waits under is returned. */
  async begin(message: IncomingMessage): Promise<string> {
    const request = readAuthnRequest(message.xml);
    const serviceProvider = await this.idp.serviceProviders.find(request.issuer);
    requireTrusted(message, serviceProvider, serviceProvider.signsRequests);
    if (request.destination !== undefined && request.destination !== this.idp.site.sso) {
      throw new MessageRefusedError(`The request is for ${request.destination}, this is ${this.idp.site.sso}.`);
    }
    const { url: acsUrl } = requestedAcs(request, serviceProvider);
    const { issuer, id: requestId } = request;
    this.idp.log.add({ event: 'sign-on-asked', serviceProvider: issuer, requestId, binding: message.binding });
    return this.#pending.add({ request, serviceProvider, acsUrl, relayState: message.relayState });
  }

  waiting(id: string): PendingSignOn {
    return this.#pending.get(id);
  }

  /** What can be answered without asking anybody: a session that will do, or that passive sign-on is impossible. */
  async withoutAsking(id: string, session: Session | undefined): Promise<PostForm | undefined> {
    const { request } = this.#pending.get(id);
    if (session && !request.forceAuthn) return this.answer(id, session);
    return request.isPassive ? this.#refusePassive(this.#pending.take(id)) : undefined;
  }

  async answer(id: string, session: Session): Promise<PostForm> {
    const pending = this.#pending.take(id);
    const switches = this.idp.switchboard.take(session.person);
    const answer = switched(draftAnswer(this.idp, pending, session), switches);
    if (answer.statement) session.addParticipant(answer.statement.nameId);
    return this.#outbox.send(pending, answer, { username: session.person.username, switches });
  }

  clear(): void {
    this.#pending.clear();
    this.#outbox.clear();
  }

  /** NoPassive stands under Responder: it is we who cannot, the request was right (saml-core section 3.2.2.2). */
  #refusePassive(pending: PendingSignOn): Promise<PostForm> {
    const answer = draftRefusal(this.idp, pending, ['Responder', 'NoPassive']);
    return this.#outbox.send(pending, answer, { username: undefined, switches: [] });
  }
}
