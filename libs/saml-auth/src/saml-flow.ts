import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import passport from 'passport';
import { RefusedMessageError } from './refused-message.error.ts';
import { ServiceProvider } from './service-provider.ts';
import { samlOptions } from './sign-on/saml-options.ts';
import { SignOnCookie } from './sign-on/sign-on-cookie.ts';
import type { SignOnOutcome } from './sign-on/sign-on-outcome.ts';
import { SamlStrategy } from './sign-on/saml.strategy.ts';
import { SignOn, type SignOnWish } from './sign-on/sign-on.ts';

/** The round trip of a browser to an identity provider and back. */
@Injectable()
export class SamlFlow {
  private readonly cookie: SignOnCookie;

  constructor(
    private readonly signOn: SignOn,
    private readonly strategy: SamlStrategy,
    private readonly self: ServiceProvider,
  ) {
    this.cookie = new SignOnCookie(self.portalUrl);
  }

  /** Sends the browser to the identity provider. @throws RefusedMessageError when the institution does not know it */
  async begin(request: Request, response: Response, wish: SignOnWish): Promise<void> {
    const { provider, requestId, handle, secret } = await this.signOn.begin(wish);
    this.cookie.set(response, handle, secret);
    const options = { ...samlOptions(provider, this.self, requestId), additionalParams: { RelayState: handle } };
    this.strategy.prepare(request, { options });
    await this.authenticate(request, response);
  }

  /** Takes in what was posted to the assertion consumer service. Whatever is wrong with it is a refusal, never thrown. */
  async finish(request: Request, response: Response): Promise<SignOnOutcome> {
    try {
      const { SAMLResponse, RelayState } = (request.body ?? {}) as Record<string, unknown>;
      demandOneMessage(request);
      const { handle, secret } = this.cookie.read(request, RelayState);
      this.cookie.clear(response, handle);
      const returned = await this.signOn.receive(SAMLResponse, handle, secret);
      const options = samlOptions(returned.provider, this.self, returned.pending.requestId);
      this.strategy.prepare(request, { options, returned });
      return await this.authenticate(request, response);
    } catch (error) {
      if (error instanceof RefusedMessageError) return { kind: 'refused', reason: error.reason };
      throw error;
    }
  }

  /** Resolves with the strategy's verdict; at the beginning of a sign-in, with the redirect that was sent. */
  private authenticate(request: Request, response: Response): Promise<SignOnOutcome> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, outcome?: SignOnOutcome | false): void => {
        if (error instanceof RefusedMessageError) reject(error);
        else resolve(outcome || { kind: 'refused', reason: 'library-refused' });
      };
      response.once('finish', () => {
        resolve({ kind: 'refused', reason: 'unknown-sign-in' });
      });
      (passport.authenticate('saml', { session: false }, done) as Middleware)(request, response, reject);
    });
  }
}

type Middleware = (request: Request, response: Response, next: (error: unknown) => void) => void;

/** The library would take a message from the query, or a second one, as well (its pitfall 12). */
function demandOneMessage({ body, query }: Request): void {
  const others = Object.keys((body ?? {}) as object).filter((name) => !['SAMLResponse', 'RelayState'].includes(name));
  if (others.length > 0 || Object.keys(query).length > 0) throw new RefusedMessageError('not-one-message');
}
