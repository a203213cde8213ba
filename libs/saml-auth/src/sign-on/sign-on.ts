import { randomBytes } from 'node:crypto';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { checkAssertion } from '../checks/check-assertion.ts';
import { credentialFor, decryptAssertion } from '../checks/encrypted-assertion.ts';
import { screenDecrypted } from '../checks/screen-assertion.ts';
import { checkPolicy, screenResponse } from '../checks/screen-response.ts';
import { readSignedAssertion } from '../checks/signed-assertion.ts';
import { readPerson } from '../identity/read-person.ts';
import { providerSessionOf } from '../logout/provider-session.ts';
import { ProviderDirectory } from '../provider-directory.ts';
import type { Provider } from '../provider.ts';
import { demand } from '../refused-message.error.ts';
import type { Recipient } from '../service-providers.ts';
import { SignOnStore, type SpentSignOn } from '../sign-on-store.ts';
import type { SignOnResult } from './sign-on-result.ts';
import type { ReturnedSignOn } from './returned-sign-on.ts';

/** What a sign-in is begun for. */
export interface SignOnRequest {
  readonly institutionId: string;
  readonly providerId: string;
  readonly returnTo: string;
  /** Names the session that the browser has now: it ends when somebody is let in. The answer comes without its cookie. */
  readonly formerSession?: string | undefined;
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

/** Somebody who may come in, once what their sign-in uses up is used up. */
export interface AcceptedSignOn {
  readonly result: SignOnResult;
  readonly spent: SpentSignOn;
}

const SIGN_ON_LIFETIME_MS = 10 * 60_000;

/** One sign-in from the first click to a known person, in the steps that a SAML message must pass. */
@Injectable()
export class SignOn {
  constructor(
    private readonly providers: ProviderDirectory,
    private readonly store: SignOnStore,
    private readonly clock: Clock,
  ) {}

  async begin(given: SignOnRequest): Promise<BegunSignOn> {
    const provider = await this.provider(given.institutionId, given.providerId);
    const [handle, secret] = [randomBytes(9).toString('base64url'), randomBytes(32).toString('base64url')];
    // An XML ID must not begin with a digit.
    const requestId = `_${randomBytes(20).toString('hex')}`;
    const expiresAt = new Date(this.clock.now().getTime() + SIGN_ON_LIFETIME_MS);
    await this.store.keep(keyOf(given.institutionId, handle, secret), { requestId, ...given }, expiresAt);
    return { provider, requestId, handle, secret };
  }

  /** Takes an answer in, if this browser asked for it at this institution's portal. @throws RefusedMessageError */
  async receive(
    message: unknown,
    { handle, secret }: { readonly handle: string; readonly secret: string | undefined },
    recipient: Recipient,
  ): Promise<ReturnedSignOn> {
    const response = screenResponse(message);
    const key = keyOf(recipient.institutionId, handle, secret ?? '');
    const pending = secret === undefined ? undefined : await this.store.find(key);
    demand(pending !== undefined, 'unknown-sign-in');
    const provider = await this.provider(pending.institutionId, pending.providerId);
    const needed = checkPolicy(response, provider.policy);
    const credential = response.encrypted && credentialFor(response.encrypted, recipient.self.credentials);
    return { key, provider, recipient, pending, response, needed, credential };
  }

  /**
   * Holds the assertion that the library verified against what was asked.
   * @param xml the library's `getAssertionXml()`: what was signed, and nothing else
   * @throws RefusedMessageError
   */
  accept({ key, provider, recipient, pending, response, credential }: ReturnedSignOn, xml: string): AcceptedSignOn {
    if (response.encrypted && credential)
      screenDecrypted(decryptAssertion(response.encrypted, credential), provider.policy);
    const assertion = readSignedAssertion(xml);
    const { entityId: audience, acsUrl, clockSkewMs } = recipient.self;
    const now = this.clock.now().getTime();
    const expected = { issuer: provider.entityId, audience, acsUrl, requestId: pending.requestId, now, clockSkewMs };
    const until = checkAssertion(response, assertion, expected);
    const person = readPerson(assertion, provider, audience);
    const { institutionId, returnTo } = pending;
    const result = { person, institutionId, returnTo, providerSession: providerSessionOf(assertion, provider) };
    return { result, spent: { key, assertion: `${institutionId} ${provider.entityId} ${assertion.id}`, until } };
  }

  /** Lets somebody in, once. @throws RefusedMessageError when it was done before */
  async letIn({ result, spent }: AcceptedSignOn, work: (result: SignOnResult) => Promise<void>): Promise<void> {
    demand(await this.store.once(spent, () => work(result)), 'replayed');
  }

  private async provider(institutionId: string, entityId: string): Promise<Provider> {
    const provider = await this.providers.find(institutionId, entityId);
    demand(provider !== undefined, 'unknown-provider');
    return provider;
  }
}

/** With the institution, so that one's sign-ins are not there for another. */
function keyOf(institutionId: string, handle: string, secret: string): string {
  return `${institutionId} ${handle} ${secret}`;
}
