import { randomUUID } from 'node:crypto';

export type RevocationReason =
  'USER_REVOKED' | 'CLIENT_REVOKED' | 'STAFF_REVOKED' | 'RECORD_DEACTIVATED' | 'AUTH_CODE_REUSED';

export interface Token {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly clientId: string;
  /** Absent when the token speaks for the client alone. */
  readonly orcid?: string;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The authorization code it came from, so that a second use of the code can end it. */
  readonly code?: string;
  readonly revoked?: RevocationReason;
}

export type TokenDraft = Omit<Token, 'accessToken' | 'refreshToken' | 'revoked'> &
  Partial<Pick<Token, 'accessToken' | 'refreshToken' | 'revoked'>>;

/** Every token ever issued; a revoked one is kept, because DELETE may still be done with it. */
export class Tokens {
  readonly #byAccess = new Map<string, Token>();
  readonly #accessOfRefresh = new Map<string, string>();
  readonly #accessOfPerson = new Map<string, string[]>();

  issue(draft: TokenDraft): Token {
    const token: Token = { accessToken: randomUUID(), refreshToken: randomUUID(), ...draft };
    this.restore(token);
    return token;
  }

  restore(token: Token): void {
    this.#byAccess.set(token.accessToken, token);
    this.#accessOfRefresh.set(token.refreshToken, token.accessToken);
    if (token.orcid !== undefined) {
      const known = this.#accessOfPerson.get(token.orcid);
      if (known === undefined) this.#accessOfPerson.set(token.orcid, [token.accessToken]);
      else if (!known.includes(token.accessToken)) known.push(token.accessToken);
    }
  }

  find(accessToken: string): Token | undefined {
    return this.#byAccess.get(accessToken);
  }

  findByRefresh(refreshToken: string): Token | undefined {
    return this.#byAccess.get(this.#accessOfRefresh.get(refreshToken) ?? '');
  }

  /** Live tokens of one person, of one client or of all. */
  activeOf(orcid: string, now: number, clientId?: string): Token[] {
    const access = this.#accessOfPerson.get(orcid) ?? [];
    return access.flatMap((accessToken) => {
      const token = this.#byAccess.get(accessToken);
      return token !== undefined && isActive(token, now) && (clientId ?? token.clientId) === token.clientId
        ? [token]
        : [];
    });
  }

  revoke(tokens: Iterable<Token>, reason: RevocationReason): number {
    let count = 0;
    for (const token of tokens) {
      if (token.revoked !== undefined) continue;
      this.#byAccess.set(token.accessToken, { ...token, revoked: reason });
      count += 1;
    }
    return count;
  }

  /** A second use of a code ends what the first one gave. */
  issuedFrom(code: string): Token[] {
    return [...this].filter((token) => token.code === code);
  }

  clear(): void {
    this.#byAccess.clear();
    this.#accessOfRefresh.clear();
    this.#accessOfPerson.clear();
  }

  [Symbol.iterator](): IterableIterator<Token> {
    return this.#byAccess.values();
  }
}

export function isActive(token: Token, now: number): boolean {
  return token.revoked === undefined && token.expiresAt > now;
}
