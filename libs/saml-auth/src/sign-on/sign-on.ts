import { randomBytes } from 'node:crypto';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { checkAssertion } from '../checks/check-assertion.ts';
import { type ScreenedResponse, screenMessage } from '../checks/screen-message.ts';
import { readSignedAssertion } from '../checks/signed-assertion.ts';
import { readPerson } from '../identity/read-person.ts';
import type { InstitutionalPerson } from '../institutional-person.ts';
import { ProviderDirectory } from '../provider-directory.ts';
import type { Provider } from '../provider.ts';
import { RefusedMessageError } from '../refused-message.error.ts';
import { ServiceProvider } from '../service-provider.ts';
import { type PendingSignOn, SignOnStore } from '../sign-on-store.ts';

/** What a sign-in is begun for. */
export interface SignOnWish {
  readonly institutionId: string;
  readonly providerId: string;
  readonly returnTo: string;
}

/** A sign-in under way: what the browser keeps, and what goes to the provider. */
export interface BegunSignOn {
  readonly provider: Provider;
  readonly requestId: string;
  /** Names the cookie; sent along as RelayState, where it is worth nothing without the cookie. */
  readonly handle: string;
  /** Value of the cookie: proof that the answer comes back to the browser that asked. */
  readonly secret: string;
}

/** An answer that came back to the browser that asked, not yet verified. */
export interface ReturnedSignOn {
  readonly provider: Provider;
  readonly pending: PendingSignOn;
  readonly response: ScreenedResponse;
}

export const SIGN_ON_LIFETIME_MS = 10 * 60_000;

/** One sign-in from the first click to a known person, in the steps that a SAML message must pass. */
@Injectable()
export class SignOn {
  constructor(
    private readonly providers: ProviderDirectory,
    private readonly store: SignOnStore,
    private readonly self: ServiceProvider,
    private readonly clock: Clock,
  ) {}

  async begin({ institutionId, providerId, returnTo }: SignOnWish): Promise<BegunSignOn> {
    const provider = await this.provider(institutionId, providerId);
    const [handle, secret] = [randomBytes(9).toString('base64url'), randomBytes(32).toString('base64url')];
    // An XML ID must not begin with a digit.
    const requestId = `_${randomBytes(20).toString('hex')}`;
    const expiresAt = new Date(this.clock.now().getTime() + SIGN_ON_LIFETIME_MS);
    await this.store.keep(keyOf(handle, secret), { requestId, providerId, institutionId, returnTo }, expiresAt);
    return { provider, requestId, handle, secret };
  }

  /** Takes an answer in, once, if this browser asked for it. @throws RefusedMessageError */
  async receive(message: unknown, handle: string, secret: string | undefined): Promise<ReturnedSignOn> {
    const response = screenMessage(message);
    const pending = secret === undefined ? undefined : await this.store.take(keyOf(handle, secret));
    if (pending === undefined) throw new RefusedMessageError('unknown-sign-in');
    return { provider: await this.provider(pending.institutionId, pending.providerId), pending, response };
  }

  /**
   * Holds the assertion that the library verified against what was asked, and uses it up.
   * @param verified the library's `getAssertion()`: what was signed, and nothing else
   * @throws RefusedMessageError
   */
  async accept({ provider, pending, response }: ReturnedSignOn, verified: unknown): Promise<InstitutionalPerson> {
    const assertion = readSignedAssertion(verified);
    const until = checkAssertion(response, assertion, {
      issuer: provider.entityId,
      acsUrl: this.self.acsUrl,
      requestId: pending.requestId,
      now: this.clock.now().getTime(),
      clockSkewMs: this.self.clockSkewMs,
    });
    const person = readPerson(assertion, provider);
    const isFirstUse = await this.store.isFirstUse(`${provider.entityId} ${assertion.$.ID}`, until);
    if (!isFirstUse) throw new RefusedMessageError('replayed');
    return person;
  }

  private async provider(institutionId: string, entityId: string): Promise<Provider> {
    const provider = await this.providers.find(institutionId, entityId);
    if (provider === undefined) throw new RefusedMessageError('unknown-provider');
    return provider;
  }
}

function keyOf(handle: string, secret: string): string {
  return `${handle} ${secret}`;
}
