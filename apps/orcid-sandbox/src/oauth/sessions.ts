import { randomUUID } from 'node:crypto';

export interface Session {
  readonly id: string;
  readonly orcid: string;
  readonly signedInAt: number;
}

/** Who is signed in at the site, by the value of the cookie. Not kept over a restart: browsers sign in again. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  /** The authorization request that a person agreed to, while ORCID shows them another page before the way back. */
  readonly #agreed = new Map<string, string>();

  begin(orcid: string, now: number): Session {
    const session = { id: randomUUID(), orcid, signedInAt: now };
    this.#sessions.set(session.id, session);
    return session;
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  agree(id: string, request: string): void {
    this.#agreed.set(id, request);
  }

  /** Takes the agreement, so that it is good for one way back. */
  takeAgreement(id: string, request: string): boolean {
    const isAgreed = this.#agreed.get(id) === request;
    this.#agreed.delete(id);
    return isAgreed;
  }

  end(id: string | undefined): void {
    if (id === undefined) return;
    this.#sessions.delete(id);
    this.#agreed.delete(id);
  }

  clear(): void {
    this.#sessions.clear();
    this.#agreed.clear();
  }
}
