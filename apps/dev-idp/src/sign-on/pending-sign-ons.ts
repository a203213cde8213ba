import { randomUUID } from 'node:crypto';
import { type Clock, later, MINUTE } from '../clock.ts';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type ServiceProvider } from '../service-providers/service-provider.ts';
import { type AuthnRequest } from './authn-request.ts';

/** A request that waits for its person. */
export interface PendingSignOn {
  readonly request: AuthnRequest;
  readonly serviceProvider: ServiceProvider;
  readonly acsUrl: string;
  readonly relayState: string | undefined;
}

export class PendingSignOns {
  readonly #waiting = new Map<string, PendingSignOn & { readonly until: Date }>();

  constructor(private readonly clock: Clock) {}

  add(pending: PendingSignOn): string {
    const id = randomUUID();
    this.#waiting.set(id, { ...pending, until: later(this.clock(), 30 * MINUTE) });
    return id;
  }

  get(id: string): PendingSignOn {
    const pending = this.#waiting.get(id);
    if (pending && pending.until > this.clock()) return pending;
    throw new MessageRefusedError('This sign-in has ended. Go back to the service and start again.', 410);
  }

  /** A request is answered once. */
  take(id: string): PendingSignOn {
    const pending = this.get(id);
    this.#waiting.delete(id);
    return pending;
  }

  clear(): void {
    this.#waiting.clear();
  }
}
