import type { ProviderSession } from '@ligature/identity-model';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserBinding } from './browser-binding.ts';
import { logoutMessageOf } from './logout/logout-message.ts';
import type { LogoutOutcome } from './logout/logout-outcome.ts';
import { Logout } from './logout/logout.ts';
import type { Provider } from './provider.ts';
import { RefusedMessageError } from './refused-message.error.ts';
import { type SamlPortal, ServiceProviders } from './service-providers.ts';
import { LargeMessages } from './sign-on/large-messages.ts';

/** Signing out at the identity provider too, and ending sessions at its request. Our own session is ended by the app, before anything else. */
@Injectable()
export class LogoutFlow {
  constructor(
    private readonly logout: Logout,
    private readonly serviceProviders: ServiceProviders,
    private readonly largeMessages: LargeMessages,
  ) {}

  /** @returns where the browser goes to sign out at the provider; undefined when that one cannot be told */
  async begin(
    response: Response,
    session: ProviderSession,
    portal: SamlPortal,
  ): Promise<{ readonly provider: Provider; readonly url: string } | undefined> {
    const begun = await this.logout.begin(session, this.serviceProviders.recipient(portal));
    if (begun !== undefined) bindingOf(portal).set(response, begun);
    return begun;
  }

  /** Takes in what a provider says at our logout address. Whatever is wrong with it is a refusal, never thrown. */
  async receive(request: Request, response: Response, portal: SamlPortal): Promise<LogoutOutcome> {
    try {
      const message = logoutMessageOf(request);
      const recipient = this.serviceProviders.recipient(portal);
      if (message.field === 'SAMLRequest')
        return await this.largeMessages.inTurn(message.xml, () => this.logout.asked(message, recipient));
      const binding = bindingOf(portal);
      const known = binding.read(request, message.relayState);
      binding.clear(response, known.handle);
      return await this.largeMessages.inTurn(message.xml, () => this.logout.answered(message, known, recipient));
    } catch (error) {
      if (error instanceof RefusedMessageError) return { kind: 'refused', reason: error.reason };
      throw error;
    }
  }
}

function bindingOf({ address }: SamlPortal): BrowserBinding {
  return new BrowserBinding('sign-out', address);
}
