import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';

/** The RSA key behind every id_token: made when first needed, and kept over restarts, so that others may cache it. */
export class SigningKey {
  #kept: JWK | undefined;
  #making: Promise<JWK> | undefined;

  /** What a restart needs; nothing as long as nobody has used the key. */
  get kept(): JWK | undefined {
    return this.#kept;
  }

  keep(privateJwk: JWK | undefined): void {
    this.#kept = privateJwk;
  }

  async publicJwk(): Promise<JWK> {
    const { kty = 'RSA', e = 'AQAB', n = '', kid = '' } = await this.made();
    return { kty, e, use: 'sig', kid, n };
  }

  async sign(claims: JWTPayload): Promise<string> {
    const jwk = await this.made();
    const key = await importJWK(jwk, 'RS256');
    return new SignJWT(claims).setProtectedHeader({ kid: jwk.kid ?? '', alg: 'RS256' }).sign(key);
  }

  async made(): Promise<JWK> {
    if (this.#kept !== undefined) return this.#kept;
    this.#making ??= newKey();
    this.#kept = await this.#making;
    return this.#kept;
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `sandbox-${crypto.randomUUID()}` };
}
