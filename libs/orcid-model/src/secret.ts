import { inspect } from 'node:util';

/** The kinds of secret the product holds. A secret of one kind cannot be passed where another is wanted. */
export type SecretKind = 'access-token' | 'refresh-token' | 'client-secret' | 'withdrawn-token';

/**
 * A secret in memory. It shows its kind and nothing else when it is logged, printed, joined into text or turned into
 * JSON; whoever needs the plain text must ask for it by name.
 */
export class Secret<Kind extends SecretKind> {
  readonly #plain: string;

  constructor(
    readonly kind: Kind,
    plain: string,
  ) {
    if (plain === '') throw new TypeError(`An empty text is not a ${kind}.`);
    this.#plain = plain;
  }

  reveal(): string {
    return this.#plain;
  }

  toString(): string {
    return `[${this.kind}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

export type AccessToken = Secret<'access-token'>;
export type RefreshToken = Secret<'refresh-token'>;
/** An access token whose owner took the permission back: it still removes our own items, and does nothing else. */
export type WithdrawnToken = Secret<'withdrawn-token'>;
export type ClientSecret = Secret<'client-secret'>;
