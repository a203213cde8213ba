import { Secret, type SecretKind } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, flattenedDecrypt, FlattenedEncrypt, type FlattenedJWE } from 'jose';
import { hasWrapped } from './has-wrapped.ts';
import { Keyring } from './keyring.ts';
import type { SealedSecret } from './sealed-secret.ts';
import type { SealingContext } from './sealing-context.ts';
import { UnopenableSecretError } from './unopenable-secret.error.ts';

/** Grows when the associated data or the algorithms change; old values then name the version they were sealed under. */
const VERSION = 1;

/**
 * Seals secrets for the database and opens them again: JWE (RFC 7516) with a fresh data key for every value, wrapped by
 * a named key of the deployment, both AES-256-GCM, and bound to its row by associated data.
 */
@Injectable()
export class TokenVault {
  constructor(private readonly keyring: Keyring) {}

  async seal<Kind extends SecretKind>(secret: Secret<Kind>, context: SealingContext): Promise<SealedSecret<Kind>> {
    const { kid, bytes } = this.keyring.current;
    const jwe = await new FlattenedEncrypt(new TextEncoder().encode(secret.reveal()))
      .setProtectedHeader({ alg: 'A256GCMKW', enc: 'A256GCM', kid })
      .setAdditionalAuthenticatedData(associatedData(secret.kind, context))
      .encrypt(bytes);
    delete jwe.aad;
    return JSON.stringify(jwe) as SealedSecret<Kind>;
  }

  /** Whether the key that sealed a value is lost for good. */
  isLost(sealed: SealedSecret<SecretKind>): boolean {
    const kid = this.keyring.lost.length === 0 ? undefined : keyNameOf(sealed);
    return kid !== undefined && this.keyring.lost.includes(kid);
  }

  /** @throws UnopenableSecretError when the value was not sealed for exactly this kind and context by a known key */
  async open<Kind extends SecretKind>(
    sealed: SealedSecret<Kind>,
    kind: Kind,
    context: SealingContext,
  ): Promise<Secret<Kind>> {
    try {
      const jwe = JSON.parse(sealed) as FlattenedJWE;
      const key = this.keyring.named(decodeProtectedHeader(jwe).kid).find((one) => hasWrapped(one, jwe));
      if (key === undefined) throw new TypeError('no key of that name wrapped it');
      const aad = Buffer.from(associatedData(kind, context)).toString('base64url');
      const { plaintext } = await flattenedDecrypt({ ...jwe, aad }, key.bytes, ALGORITHMS);
      return new Secret(kind, new TextDecoder().decode(plaintext));
    } catch (error) {
      throw new UnopenableSecretError(context.row, { cause: error });
    }
  }
}

function keyNameOf(sealed: string): string | undefined {
  try {
    return decodeProtectedHeader(JSON.parse(sealed) as FlattenedJWE).kid;
  } catch {
    return undefined;
  }
}

const ALGORITHMS = { keyManagementAlgorithms: ['A256GCMKW'], contentEncryptionAlgorithms: ['A256GCM'] };

function associatedData(kind: SecretKind, { table, row, owner, orcid, environment }: SealingContext): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([VERSION, kind, table, row, owner, orcid, environment]));
}
