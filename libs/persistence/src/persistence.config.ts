import { type ValuesOf } from '@ligature/runtime';
import { z } from 'zod';
import { Keyring } from './vault/keyring.ts';

type Values = ValuesOf<typeof PersistenceConfig.variables>;

/** Where the data is, and the keys without which tokens are noise. */
export class PersistenceConfig {
  static readonly title = 'Database and token vault';
  static readonly variables = {
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'must be a PostgreSQL address: postgres://user:password@host:5432/ligature',
      })
      .describe('PostgreSQL 15 or newer: `postgres://user:password@host:5432/ligature`.'),
    DATABASE_POOL_SIZE: z.coerce
      .number('must be a number')
      .int()
      .min(2)
      .max(200)
      .default(10)
      .describe('Most connections one process keeps open.'),
    TOKEN_KEYS: z
      .string()
      .transform((text, context) => {
        try {
          return Keyring.parse(text);
        } catch (error) {
          context.addIssue({ code: 'custom', message: (error as Error).message });
          return z.NEVER;
        }
      })
      .describe('Keys that seal tokens and client secrets, newest first: `name:base64,…`, 32 random bytes each.'),
    LOST_TOKEN_KEYS: z
      .string()
      .default('')
      .transform(
        (text) =>
          new Set(
            text
              .split(',')
              .map((name) => name.trim())
              .filter((name) => name !== ''),
          ),
      )
      .describe(
        'Names of keys that are lost for good, separated by commas. Without them here, a start with stored values that no key opens is refused.',
      ),
  };

  readonly url: string;
  readonly poolSize: number;
  readonly keyring: Keyring;
  readonly lostKeys: ReadonlySet<string>;

  constructor(values: Values) {
    this.url = values.DATABASE_URL;
    this.poolSize = values.DATABASE_POOL_SIZE;
    this.keyring = values.TOKEN_KEYS;
    this.lostKeys = values.LOST_TOKEN_KEYS;
  }

  static faults({ TOKEN_KEYS: keyring, LOST_TOKEN_KEYS: lost }: Values): string[] {
    return [...lost]
      .filter((kid) => keyring.named(kid).length > 0)
      .map((kid) => `LOST_TOKEN_KEYS names "${kid}", which TOKEN_KEYS has: take it out of one of them.`);
  }
}
