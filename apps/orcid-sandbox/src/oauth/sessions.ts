import { randomUUID } from 'node:crypto';

export interface Session {
  readonly id: string;
  readonly orcid: string;
  readonly signedInAt: number;
}

/** Who is signed in at the site, by the value of the cookie. Not kept over a restart: browsers sign in again. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  begin(orcid: string, now: number): Session {
    const session = { id: randomUUID(), orcid, signedInAt: now };
    this.#sessions.set(session.id, session);
    return session;
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  end(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(id);
  }

  clear(): void {
    this.#sessions.clear();
  }
}
