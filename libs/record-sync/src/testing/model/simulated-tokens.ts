import { randomUUID } from 'node:crypto';

/** Why a token still works or not (orcid-api 2.8, 4.3). */
export type TokenState = 'active' | 'user-revoked' | 'client-revoked' | 'deactivated';

export interface SimulatedToken {
  readonly value: string;
  readonly client: string;
  /** Whose record; undefined for a client's own token. */
  readonly orcid: string | undefined;
  readonly scopes: readonly string[];
  state: TokenState;
}

/** All tokens that this ORCID gave. */
export class SimulatedTokens {
  private readonly tokens = new Map<string, SimulatedToken>();

  give(client: string, orcid: string | undefined, scopes: readonly string[]): SimulatedToken {
    const token: SimulatedToken = { value: randomUUID(), client, orcid, scopes, state: 'active' };
    this.tokens.set(token.value, token);
    return token;
  }

  find(value: string): SimulatedToken | undefined {
    return this.tokens.get(value);
  }

  /** Whether a client may still do things on a record. */
  isPermitted(client: string, orcid: string): boolean {
    return this.of(orcid).some((token) => token.client === client && token.state === 'active');
  }

  /** A client ends its own token; of any other nothing happens. */
  revoke(client: string, value: string): void {
    const token = this.tokens.get(value);
    if (token?.client === client && token.state === 'active') token.state = 'client-revoked';
  }

  /** The owner takes every permission of the record back, or deactivates the record. */
  endAllOf(orcid: string, state: 'user-revoked' | 'deactivated'): void {
    for (const token of this.of(orcid)) if (token.state === 'active') token.state = state;
  }

  /** Forgets the tokens of a record. */
  forget(orcid: string): void {
    for (const token of this.of(orcid)) this.tokens.delete(token.value);
  }

  private of(orcid: string): SimulatedToken[] {
    return [...this.tokens.values()].filter((token) => token.orcid === orcid);
  }
}
