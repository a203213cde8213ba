import { type DevIdp } from '../dev-idp.ts';
import { type IncomingMessage } from '../saml/incoming-message.ts';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type OutgoingMessage } from '../saml/outgoing-message.ts';
import { requireTrusted } from '../saml/trust.ts';
import { statusUri } from '../saml/vocabulary.ts';
import { type ServiceProvider } from '../service-providers/service-provider.ts';
import { type Session } from '../sessions/session.ts';
import { answerToRequester, logoutRequestTo } from './logout-messages.ts';
import { type LogoutTarget, LogoutPropagation, takesLogout } from './logout-propagation.ts';
import { readLogoutRequest, readLogoutResponse } from './read-logout.ts';

export type LogoutStep = OutgoingMessage | { readonly kind: 'done'; readonly isEverywhere: boolean };

/** Single logout by the front channel (saml-profiles section 4.4): the browser goes to each session participant in turn. */
export class SingleLogout {
  readonly #waiting = new Map<string, { readonly propagation: LogoutPropagation; readonly entityId: string }>();

  constructor(private readonly idp: DevIdp) {}

  /** The person pressed our own button. */
  begin(session: Session): Promise<LogoutStep> {
    this.#end([session]);
    return this.#goOn(new LogoutPropagation([session]));
  }

  /** A service provider asks. One that names nobody we know is answered with success: there is nothing left to end (our choice). */
  async asked(message: IncomingMessage): Promise<LogoutStep> {
    const { issuer, id, destination, nameId, sessionIndexes } = readLogoutRequest(message.xml);
    const participant = await this.#trustedSender(message, issuer, destination);
    if (!takesLogout(participant))
      throw new MessageRefusedError(`${issuer} has no address for the answer to its logout.`);
    const sessions = this.idp.sessions.meant({ value: nameId, audience: issuer }, sessionIndexes);
    this.#end(sessions);
    this.idp.log.add({
      event: 'logout-asked',
      serviceProvider: issuer,
      requestId: id,
      endedSessions: sessions.length,
    });
    return this.#goOn(new LogoutPropagation(sessions, { participant, requestId: id, relayState: message.relayState }));
  }

  /** A service provider answers our logout request. */
  async confirmed(message: IncomingMessage): Promise<LogoutStep> {
    const { issuer, inResponseTo, destination, status } = readLogoutResponse(message.xml);
    await this.#trustedSender(message, issuer, destination);
    const waiting = this.#waiting.get(inResponseTo);
    if (waiting?.entityId !== issuer) throw new MessageRefusedError(`Nothing was asked of ${issuer} by that id.`);
    this.#waiting.delete(inResponseTo);
    if (status !== statusUri('Success')) waiting.propagation.markPartial();
    this.idp.log.add({ event: 'logout-confirmed', serviceProvider: issuer, requestId: inResponseTo, status });
    return this.#goOn(waiting.propagation);
  }

  clear(): void {
    this.#waiting.clear();
  }

  #end(sessions: readonly Session[]): void {
    for (const session of sessions) {
      this.idp.sessions.end(session);
      this.idp.log.add({ event: 'signed-out', username: session.person.username });
    }
  }

  /** Whoever has a key known to us must use it: an unsigned logout request is a way to annoy people. */
  async #trustedSender(message: IncomingMessage, issuer: string, destination?: string): Promise<ServiceProvider> {
    const sender = await this.idp.serviceProviders.find(issuer);
    requireTrusted(message, sender, sender.signingCertificates.length > 0);
    if (destination !== undefined && destination !== this.idp.site.slo) {
      throw new MessageRefusedError(`The message is for ${destination}, this is ${this.idp.site.slo}.`);
    }
    return sender;
  }

  async #goOn(propagation: LogoutPropagation): Promise<LogoutStep> {
    for (let target = propagation.next(); target; target = propagation.next()) {
      const step = await this.#ask(target, propagation);
      if (step) return step;
      propagation.markPartial();
    }
    return propagation.requester
      ? answerToRequester(this.idp, propagation.requester, propagation.isEverywhere)
      : { kind: 'done', isEverywhere: propagation.isEverywhere };
  }

  async #ask(target: LogoutTarget, propagation: LogoutPropagation): Promise<OutgoingMessage | undefined> {
    const entityId = target.nameId.audience;
    const serviceProvider = await this.idp.serviceProviders.find(entityId).catch(() => undefined);
    if (!serviceProvider || !takesLogout(serviceProvider)) return undefined;
    const { id, message } = logoutRequestTo(this.idp, serviceProvider, target);
    this.#waiting.set(id, { propagation, entityId });
    this.idp.log.add({ event: 'logout-sent', serviceProvider: entityId, requestId: id });
    return message;
  }
}
