import { type DevIdp } from '../dev-idp.ts';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { formTo, type PostForm } from '../saml/outgoing-message.ts';
import { type Answer } from './answer.ts';
import { type PendingSignOn } from './pending-sign-ons.ts';
import { sealedResponse } from './sealed-response.ts';
import { type SwitchName } from './switch-name.ts';

/** For whom, and what was done to the answer: for the log. */
export interface AnswerNote {
  readonly username: string | undefined;
  readonly switches: readonly SwitchName[];
}

interface SentAnswer {
  readonly id: string;
  readonly message: string;
}

/** Seals answers, sends them, and remembers the last one to each service provider for the switch `replayed`. */
export class AnswerOutbox {
  readonly #lastSent = new Map<string, SentAnswer>();

  constructor(private readonly idp: DevIdp) {}

  async send(pending: PendingSignOn, answer: Answer, note: AnswerNote): Promise<PostForm> {
    const { entityId } = pending.serviceProvider;
    const sent = answer.isReplay ? this.#sentBefore(entityId) : await this.#sealed(pending, answer);
    this.#lastSent.set(entityId, sent);
    this.idp.log.add({
      event: 'sign-on-answered',
      serviceProvider: entityId,
      requestId: pending.request.id,
      responseId: sent.id,
      status: answer.status,
      ...note,
    });
    return formTo(pending.acsUrl, 'SAMLResponse', sent.message, pending.relayState);
  }

  clear(): void {
    this.#lastSent.clear();
  }

  async #sealed({ serviceProvider }: PendingSignOn, answer: Answer): Promise<SentAnswer> {
    return { id: answer.id, message: await sealedResponse(answer, this.idp.keys, serviceProvider) };
  }

  #sentBefore(entityId: string): SentAnswer {
    const sent = this.#lastSent.get(entityId);
    if (!sent) throw new MessageRefusedError(`${entityId} has had no answer yet that could be sent again.`, 409);
    return sent;
  }
}
