import { randomBytes } from 'node:crypto';
import type { ProviderSession } from '@ligature/identity-model';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { LONGEST_WAY_MS, type Moment } from '../checks/instants.ts';
import { type Envelope, screenMessage } from '../checks/screen-message.ts';
import { ProviderDirectory } from '../provider-directory.ts';
import type { Provider } from '../provider.ts';
import { demand } from '../refused-message.error.ts';
import type { Recipient } from '../service-providers.ts';
import { checkLogout, isSignedOutEverywhere, logoutRequestOf } from './check-logout.ts';
import type { LogoutMessage } from './logout-message.ts';
import type { LogoutOutcome } from './logout-outcome.ts';
import { LogoutStore } from './logout-store.ts';
import { ProviderLogout } from './provider-logout.ts';
import { sessionSubject } from './provider-session.ts';

/** A sign-out that goes on at the provider. */
export interface BegunLogout {
  readonly provider: Provider;
  readonly url: string;
  readonly handle: string;
  readonly secret: string;
}

/** Signing out, ours and the providers', in the steps that a logout message must pass. */
@Injectable()
export class Logout {
  constructor(
    private readonly providers: ProviderDirectory,
    private readonly store: LogoutStore,
    private readonly messages: ProviderLogout,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined when there is no way to sign out at the provider */
  async begin(session: ProviderSession, { institutionId, self }: Recipient): Promise<BegunLogout | undefined> {
    const isOurs = session.institutionId === institutionId;
    const provider = isOurs ? await this.providers.find(institutionId, session.provider) : undefined;
    if (provider === undefined || !this.messages.canAsk(provider, session, self)) return undefined;
    const [handle, secret] = [randomBytes(9).toString('base64url'), randomBytes(32).toString('base64url')];
    const requestId = `_${randomBytes(20).toString('hex')}`;
    const pending = { requestId, institutionId, providerId: provider.entityId };
    await this.store.keep(
      keyOf(institutionId, handle, secret),
      pending,
      new Date(this.clock.now().getTime() + LONGEST_WAY_MS),
    );
    const url = await this.messages.requestUrl(provider, session, { requestId, relayState: handle }, self);
    return { provider, handle, secret, url };
  }

  /** Takes in the answer to our sign-out. @throws RefusedMessageError */
  async answered(
    message: LogoutMessage,
    { handle, secret }: { readonly handle: string; readonly secret: string | undefined },
    recipient: Recipient,
  ): Promise<LogoutOutcome> {
    const envelope = screenMessage(message.xml, 'LogoutResponse');
    const key = keyOf(recipient.institutionId, handle, secret ?? '');
    const pending = secret === undefined ? undefined : await this.store.take(key);
    demand(pending !== undefined, 'unknown-sign-in');
    const provider = await this.verified(message, envelope, pending.providerId, recipient);
    demand(envelope.inResponseTo === pending.requestId, 'in-response-to');
    return { kind: 'answered', providerId: provider.entityId, isEverywhere: isSignedOutEverywhere(envelope) };
  }

  /** Does what a provider asks: signs somebody out, whichever browser they use. @throws RefusedMessageError */
  async asked(message: LogoutMessage, recipient: Recipient): Promise<LogoutOutcome> {
    const { institutionId, self } = recipient;
    const envelope = screenMessage(message.xml, 'LogoutRequest');
    const provider = await this.verified(message, envelope, envelope.issuer ?? '', recipient);
    const { requestId, nameId, sessionIndexes } = logoutRequestOf(envelope);
    const until = new Date(this.clock.now().getTime() + LONGEST_WAY_MS + 2 * self.clockSkewMs);
    demand(await this.store.isFirstUse(`${institutionId} ${provider.entityId} ${requestId}`, until), 'replayed');
    await this.store.endSessions(sessionSubject(institutionId, provider.entityId, nameId), sessionIndexes);
    const answerUrl = await this.messages.answerUrl(provider, { requestId, relayState: message.relayState }, self);
    return { kind: 'asked', providerId: provider.entityId, answerUrl };
  }

  private async verified(
    message: LogoutMessage,
    envelope: Envelope,
    entityId: string,
    { institutionId, self }: Recipient,
  ): Promise<Provider> {
    const provider = await this.providers.find(institutionId, entityId);
    demand(provider !== undefined, 'unknown-provider');
    const { logoutUrl, clockSkewMs } = self;
    const moment: Moment = { now: this.clock.now().getTime(), clockSkewMs };
    checkLogout(message, envelope, provider, { ...moment, logoutUrl });
    await this.messages.verify(message, provider, self);
    return provider;
  }
}

/** With the institution, so that one's sign-outs are not there for another. */
function keyOf(institutionId: string, handle: string, secret: string): string {
  return `${institutionId} ${handle} ${secret}`;
}
