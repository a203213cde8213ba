import { type LogoutEndpoint, type ServiceProvider } from '../service-providers/service-provider.ts';
import { type Session } from '../sessions/session.ts';
import { type NameId } from '../sign-on/name-id.ts';

/** A service provider that can take part in signing out. */
export type LogoutParticipant = ServiceProvider & { readonly logout: LogoutEndpoint };

/** The service provider that asked for the logout and waits for the answer. */
export interface Requester {
  readonly participant: LogoutParticipant;
  readonly requestId: string;
  readonly relayState: string | undefined;
}

/** A session at a participant that is to be ended. */
export interface LogoutTarget {
  readonly nameId: NameId;
  readonly sessionIndex: string;
}

/** The propagation of one logout to all session participants (saml-profiles section 4.4.3.3). */
export class LogoutPropagation {
  readonly #remaining: LogoutTarget[];
  #isEverywhere = true;

  constructor(
    sessions: readonly Session[],
    readonly requester?: Requester,
  ) {
    const targets = sessions.flatMap(({ participants, index }) =>
      participants.map((nameId) => ({ nameId, sessionIndex: index })),
    );
    this.#remaining = targets.filter(({ nameId }) => nameId.audience !== requester?.participant.entityId);
  }

  get isEverywhere(): boolean {
    return this.#isEverywhere;
  }

  next(): LogoutTarget | undefined {
    return this.#remaining.shift();
  }

  /** A participant could not be asked, or refused. */
  markPartial(): void {
    this.#isEverywhere = false;
  }
}

export function takesLogout(serviceProvider: ServiceProvider): serviceProvider is LogoutParticipant {
  return serviceProvider.logout !== undefined;
}
