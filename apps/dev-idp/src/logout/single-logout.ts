import { type DevIdp } from '../dev-idp.ts';
import { type IncomingMessage } from '../saml/incoming-message.ts';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type OutgoingMessage } from '../saml/outgoing-message.ts';
import { requireTrusted } from '../saml/trust.ts';
import { statusUri } from '../saml/vocabulary.ts';
import { type ServiceProvider } from '../service-providers/service-provider.ts';
import { type Session } from '../sessions/session.ts';
import { answerToAsker, farewellTo } from './logout-messages.ts';
import { type Farewell, LogoutRound, takesLogout } from './logout-round.ts';
import { readLogoutRequest, readLogoutResponse } from './read-logout.ts';

export type LogoutStep = OutgoingMessage | { readonly kind: 'done'; readonly isEverywhere: boolean };

/** Single logout by the front channel (saml-profiles section 4.4): the browser goes round all who know of the session. */
export class SingleLogout {
  readonly #waiting = new Map<string, { readonly round: LogoutRound; readonly entityId: string }>();

  constructor(private readonly idp: DevIdp) {}

  /** The person pressed our own button. */
  begin(session: Session): Promise<LogoutStep> {
    this.#end([session]);
    return this.#goOn(new LogoutRound([session]));
  }

  /** A service provider asks. One that names nobody we know is told "done": what it wants is already so (our choice). */
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
    return this.#goOn(new LogoutRound(sessions, { participant, requestId: id, relayState: message.relayState }));
  }

  /** A service provider that we told answers. */
  async confirmed(message: IncomingMessage): Promise<LogoutStep> {
    const { issuer, inResponseTo, destination, status } = readLogoutResponse(message.xml);
    await this.#trustedSender(message, issuer, destination);
    const waiting = this.#waiting.get(inResponseTo);
    if (waiting?.entityId !== issuer) throw new MessageRefusedError(`Nothing was asked of ${issuer} by that id.`);
    this.#waiting.delete(inResponseTo);
    if (status !== statusUri('Success')) waiting.round.missOne();
    this.idp.log.add({ event: 'logout-confirmed', serviceProvider: issuer, requestId: inResponseTo, status });
    return this.#goOn(waiting.round);
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

  async #goOn(round: LogoutRound): Promise<LogoutStep> {
    for (let farewell = round.next(); farewell; farewell = round.next()) {
      const step = await this.#tell(farewell, round);
      if (step) return step;
      round.missOne();
    }
    return round.asker
      ? answerToAsker(this.idp, round.asker, round.isEverywhere)
      : { kind: 'done', isEverywhere: round.isEverywhere };
  }

  async #tell(farewell: Farewell, round: LogoutRound): Promise<OutgoingMessage | undefined> {
    const entityId = farewell.nameId.audience;
    const serviceProvider = await this.idp.serviceProviders.find(entityId).catch(() => undefined);
    if (!serviceProvider || !takesLogout(serviceProvider)) return undefined;
    const { id, message } = farewellTo(this.idp, serviceProvider, farewell);
    this.#waiting.set(id, { round, entityId });
    this.idp.log.add({ event: 'logout-sent', serviceProvider: entityId, requestId: id });
    return message;
  }
}
