import { type LogoutEndpoint, type ServiceProvider } from '../service-providers/service-provider.ts';
import { type Session } from '../sessions/session.ts';
import { type NameId } from '../sign-on/name-id.ts';

/** A service provider that can take part in signing out. */
export type LogoutParticipant = ServiceProvider & { readonly logout: LogoutEndpoint };

/** Who wants to hear that the sign-out is over. */
export interface Asker {
  readonly participant: LogoutParticipant;
  readonly requestId: string;
  readonly relayState: string | undefined;
}

export interface Farewell {
  readonly nameId: NameId;
  readonly sessionIndex: string;
}

/** One sign-out on its way from service provider to service provider. */
export class LogoutRound {
  readonly #toTell: Farewell[];
  #isEverywhere = true;

  constructor(
    sessions: readonly Session[],
    readonly asker?: Asker,
  ) {
    const farewells = sessions.flatMap(({ participants, index }) =>
      participants.map((nameId) => ({ nameId, sessionIndex: index })),
    );
    this.#toTell = farewells.filter(({ nameId }) => nameId.audience !== asker?.participant.entityId);
  }

  get isEverywhere(): boolean {
    return this.#isEverywhere;
  }

  next(): Farewell | undefined {
    return this.#toTell.shift();
  }

  /** Somebody could not be told, or said no. */
  missOne(): void {
    this.#isEverywhere = false;
  }
}

export function takesLogout(serviceProvider: ServiceProvider): serviceProvider is LogoutParticipant {
  return serviceProvider.logout !== undefined;
}
