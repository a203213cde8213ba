import { Buffer } from 'node:buffer';

/** A wrapping key of 256 bits and its name, which is written into every value it seals. */
export interface WrappingKey {
  readonly kid: string;
  readonly bytes: Uint8Array;
}

/**
 * The wrapping keys of a deployment. New values are sealed with the first; the others still open what they once sealed.
 */
export class Keyring {
  private constructor(
    readonly current: WrappingKey,
    private readonly keys: readonly WrappingKey[],
    /** Names of keys that are lost for good: what they sealed cannot be opened. */
    readonly lost: readonly string[] = [],
  ) {}

  /**
   * Reads `kid:base64,kid:base64`, newest first.
   * @throws TypeError with a reason that names the key and never shows it
   */
  static parse(text: string): Keyring {
    const keys = text.split(',').map((entry) => parseKey(entry.trim()));
    const [current] = keys;
    if (current === undefined || new Set(keys.map(meaning)).size < keys.length) {
      throw new TypeError('names one key twice');
    }
    return new Keyring(current, keys);
  }

  without(lost: Iterable<string>): Keyring {
    return new Keyring(this.current, this.keys, [...lost]);
  }

  /** More than one where two keys were given one name by mistake, and both have sealed something since. */
  named(kid: string | undefined): readonly WrappingKey[] {
    return this.keys.filter((key) => key.kid === kid);
  }
}

function meaning({ kid, bytes }: WrappingKey): string {
  return `${kid}:${Buffer.from(bytes).toString('base64')}`;
}

function parseKey(entry: string): WrappingKey {
  const [, kid, base64] = /^([\w-]{1,40}):([A-Za-z0-9+/_-]+={0,2})$/.exec(entry) ?? [];
  if (kid === undefined || base64 === undefined)
    throw new TypeError('must be written name:base64, separated by commas');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new TypeError(`key "${kid}" must be 32 bytes, base64: openssl rand -base64 32`);
  if (new Set(bytes).size < 8) throw new TypeError(`key "${kid}" is not random: openssl rand -base64 32`);
  return { kid, bytes: new Uint8Array(bytes) };
}
