import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';

/** The RSA key behind every id_token; kept over restarts, so that relying parties may cache it. */
export class SigningKey {
  private constructor(
    readonly privateJwk: JWK,
    readonly publicJwk: JWK,
  ) {}

  static async generate(): Promise<SigningKey> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    return SigningKey.from({ ...(await exportJWK(privateKey)), kid: `sandbox-${crypto.randomUUID()}` });
  }

  static from(privateJwk: JWK): SigningKey {
    const { kty = 'RSA', e = 'AQAB', n = '', kid = '' } = privateJwk;
    return new SigningKey(privateJwk, { kty, e, use: 'sig', kid, n });
  }

  async sign(claims: JWTPayload): Promise<string> {
    const key = await importJWK(this.privateJwk, 'RS256');
    return new SignJWT(claims).setProtectedHeader({ kid: this.publicJwk.kid ?? '', alg: 'RS256' }).sign(key);
  }
}
