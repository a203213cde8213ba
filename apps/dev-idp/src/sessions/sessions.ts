import { type Clock } from '../clock.ts';
import { type Person } from '../settings.ts';
import { type NameId } from '../sign-on/name-id.ts';
import { Session } from './session.ts';

export class Sessions {
  readonly #byId = new Map<string, Session>();

  constructor(private readonly clock: Clock) {}

  begin(person: Person): Session {
    const session = new Session(person, this.clock());
    this.#byId.set(session.id, session);
    return session;
  }

  find(id: string | undefined): Session | undefined {
    return this.#running().find((session) => session.id === id);
  }

  /** The session a logout request means. Without a session index it means all of this person's (saml-core section 3.7.1). */
  meant(nameId: Pick<NameId, 'value' | 'audience'>, indexes: readonly string[]): Session[] {
    return this.#running().filter(
      (session) => session.knows(nameId) && (indexes.length === 0 || indexes.includes(session.index)),
    );
  }

  end(session: Session): void {
    this.#byId.delete(session.id);
  }

  clear(): void {
    this.#byId.clear();
  }

  #running(): Session[] {
    const now = this.clock();
    return [...this.#byId.values()].filter((session) => session.endsAt > now);
  }
}
