import { list, type ValuesOf } from '@ligature/runtime';

/** The secret behind session cookies. */
export class SessionConfig {
  static readonly title = 'Browser sessions';
  static readonly variables = {
    SESSION_SECRETS: list()
      .refine((secrets) => secrets.length > 0 && secrets.every((secret) => secret.length >= 32), {
        error: 'must be one or more secrets of at least 32 letters, separated by commas: openssl rand -base64 32',
      })
      .describe('Secrets that sign session cookies, newest first; older ones are still accepted.'),
  };

  readonly secrets: readonly string[];

  constructor(values: ValuesOf<typeof SessionConfig.variables>) {
    this.secrets = values.SESSION_SECRETS;
  }
}
