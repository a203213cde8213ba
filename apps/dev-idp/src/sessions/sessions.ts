import { type Clock } from '../clock.ts';
import { type Person } from '../settings.ts';
import { type NameId } from '../sign-on/name-id.ts';
import { Session } from './session.ts';

export class Sessions {
  readonly #byId = new Map<string, Session>();

  constructor(private readonly clock: Clock) {}

  /** `present` is the session that the browser has already: it goes on if it is of the same person, else it ends. */
  begin(person: Person, present: Session | undefined): Session {
    if (present?.person === person) {
      present.renew(this.clock());
      return present;
    }
    if (present) this.end(present);
    const session = new Session(person, this.clock());
    this.#byId.set(session.id, session);
    return session;
  }

  find(id: string): Session | undefined {
    const session = this.#byId.get(id);
    return session && session.endsAt > this.clock() ? session : undefined;
  }

  /** The session a logout request means. Without a session index it means all of this person's (saml-core section 3.7.1). */
  meant(nameId: Pick<NameId, 'value' | 'audience'>, indexes: readonly string[]): Session[] {
    const now = this.clock();
    return [...this.#byId.values()].filter(
      (session) =>
        session.endsAt > now && session.knows(nameId) && (indexes.length === 0 || indexes.includes(session.index)),
    );
  }

  end(session: Session): void {
    this.#byId.delete(session.id);
  }

  clear(): void {
    this.#byId.clear();
  }
}
