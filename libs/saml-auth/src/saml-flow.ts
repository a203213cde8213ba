import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserBinding } from './browser-binding.ts';
import { demand, RefusedMessageError } from './refused-message.error.ts';
import { type SamlPortal, ServiceProviders } from './service-providers.ts';
import type { SignOnResult } from './sign-on/sign-on-result.ts';
import { LargeMessages } from './sign-on/large-messages.ts';
import { askingOptions, verifyingOptions } from './sign-on/saml-options.ts';
import { SamlStrategy } from './sign-on/saml.strategy.ts';
import type { SignOnOutcome } from './sign-on/sign-on-outcome.ts';
import { type AcceptedSignOn, SignOn, type SignOnRequest } from './sign-on/sign-on.ts';

/** The round trip of a browser to an identity provider and back. */
@Injectable()
export class SamlFlow {
  constructor(
    private readonly signOn: SignOn,
    private readonly strategy: SamlStrategy,
    private readonly serviceProviders: ServiceProviders,
    private readonly largeMessages: LargeMessages,
  ) {}

  /** Sends the browser to the identity provider. @throws RefusedMessageError when the institution does not know it */
  async begin(request: Request, response: Response, given: SignOnRequest & SamlPortal): Promise<void> {
    const { address, ...wanted } = given;
    const begun = await this.signOn.begin(wanted);
    bindingOf(given).set(response, begun);
    await this.strategy.ask(request, response, askingOptions(begun, this.serviceProviders.at(address)));
  }

  /**
   * Takes in what was posted to the assertion consumer service. Whatever is wrong with it is a refusal, never thrown.
   * @param portal where it was posted: what was begun at another institution's portal is unknown there
   * @param letIn begins the person's session, in the transaction that uses the sign-in up
   */
  async finish(
    request: Request,
    response: Response,
    portal: SamlPortal,
    letIn: (result: SignOnResult) => Promise<void>,
  ): Promise<SignOnOutcome> {
    try {
      const accepted = await this.verify(request, response, portal);
      await this.signOn.letIn(accepted, letIn);
      return { kind: 'signed-in', returnTo: accepted.result.returnTo };
    } catch (error) {
      if (error instanceof RefusedMessageError) return { kind: 'refused', reason: error.reason };
      throw error;
    }
  }

  private async verify(request: Request, response: Response, portal: SamlPortal): Promise<AcceptedSignOn> {
    const { SAMLResponse, RelayState } = theOneMessage(request);
    const binding = bindingOf(portal);
    const known = binding.read(request, RelayState);
    binding.clear(response, known.handle);
    return this.largeMessages.inTurn(SAMLResponse, async () => {
      const returned = await this.signOn.receive(SAMLResponse, known, this.serviceProviders.recipient(portal));
      const xml = await this.strategy.check(request, response, verifyingOptions(returned));
      return this.signOn.accept(returned, xml);
    });
  }
}

function bindingOf({ address }: SamlPortal): BrowserBinding {
  return new BrowserBinding('sign-in', address);
}

/** The library would take a message from the query, or a second one, as well (its pitfall 12). */
function theOneMessage({ body, query }: Request): { readonly SAMLResponse?: unknown; readonly RelayState?: unknown } {
  const fields = (body ?? {}) as object;
  const hasOthers = Object.keys(fields).some((name) => !['SAMLResponse', 'RelayState'].includes(name));
  demand(!hasOthers && Object.keys(query).length === 0, 'not-one-message');
  return fields;
}
