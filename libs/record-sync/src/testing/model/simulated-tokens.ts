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
  /** Whether we have it, as far as the oracle can tell: kept when it was granted, and not ended since. */
  isHeld: boolean;
}

/** All tokens that this ORCID gave. */
export class SimulatedTokens {
  private readonly tokens = new Map<string, SimulatedToken>();

  give(client: string, orcid: string | undefined, scopes: readonly string[]): SimulatedToken {
    const token: SimulatedToken = { value: randomUUID(), client, orcid, scopes, state: 'active', isHeld: false };
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

  /** Whether what a client wrote in a section can still be removed by us, also when the owner took the permission back. */
  canRemove(client: string, orcid: string, scope: string): boolean {
    const removing: ReadonlySet<TokenState> = new Set(['active', 'user-revoked']);
    return this.of(orcid).some(
      (token) => token.client === client && token.isHeld && removing.has(token.state) && token.scopes.includes(scope),
    );
  }

  /** A client ends its own token; of any other nothing happens. */
  revoke(client: string, value: string): void {
    const token = this.tokens.get(value);
    if (token !== undefined) token.isHeld = false;
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
