import type { ProviderSession } from '@ligature/identity-model';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserBinding } from './browser-binding.ts';
import { logoutMessageOf } from './logout/logout-message.ts';
import type { LogoutOutcome } from './logout/logout-outcome.ts';
import { Logout } from './logout/logout.ts';
import type { Provider } from './provider.ts';
import { RefusedMessageError } from './refused-message.error.ts';
import { ServiceProvider } from './service-provider.ts';
import { LargeMessages } from './sign-on/large-messages.ts';

/** Signing out at the identity provider too, and ending sessions at its request. Our own session is ended by the app, before anything else. */
@Injectable()
export class LogoutFlow {
  private readonly binding: BrowserBinding;

  constructor(
    private readonly logout: Logout,
    self: ServiceProvider,
    private readonly largeMessages: LargeMessages,
  ) {
    this.binding = new BrowserBinding('sign-out', self.portalUrl);
  }

  /** @returns where the browser goes to sign out at the provider; undefined when that one cannot be told */
  async begin(
    response: Response,
    session: ProviderSession,
  ): Promise<{ readonly provider: Provider; readonly url: string } | undefined> {
    const begun = await this.logout.begin(session);
    if (begun !== undefined) this.binding.set(response, begun);
    return begun;
  }

  /** Takes in what a provider says at our logout address. Whatever is wrong with it is a refusal, never thrown. */
  async receive(request: Request, response: Response, institutionId: string): Promise<LogoutOutcome> {
    try {
      const message = logoutMessageOf(request);
      if (message.field === 'SAMLRequest')
        return await this.largeMessages.inTurn(message.xml, () => this.logout.asked(message, institutionId));
      const { handle, secret } = this.binding.read(request, message.relayState);
      this.binding.clear(response, handle);
      return await this.largeMessages.inTurn(message.xml, () => this.logout.answered(message, handle, secret));
    } catch (error) {
      if (error instanceof RefusedMessageError) return { kind: 'refused', reason: error.reason };
      throw error;
    }
  }
}
