import { randomInt } from 'node:crypto';

export interface AuthorizationCode {
  readonly code: string;
  readonly clientId: string;
  readonly orcid: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly nonce?: string;
  readonly authTime: number;
  readonly expiresAt: number;
  readonly used?: true;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Authorization codes: six letters or digits, used once, remembered afterwards so that a second use is noticed. */
export class AuthorizationCodes {
  readonly #codes = new Map<string, AuthorizationCode>();

  issue(draft: Omit<AuthorizationCode, 'code' | 'used'>): AuthorizationCode {
    const code: AuthorizationCode = { code: this.#unusedCode(), ...draft };
    this.#codes.set(code.code, code);
    return code;
  }

  restore(code: AuthorizationCode): void {
    this.#codes.set(code.code, code);
  }

  find(code: string): AuthorizationCode | undefined {
    return this.#codes.get(code);
  }

  markUsed(code: AuthorizationCode): void {
    this.#codes.set(code.code, { ...code, used: true });
  }

  clear(): void {
    this.#codes.clear();
  }

  [Symbol.iterator](): IterableIterator<AuthorizationCode> {
    return this.#codes.values();
  }

  #unusedCode(): string {
    const code = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return this.#codes.has(code) ? this.#unusedCode() : code;
  }
}
