import type { ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

/** What only the `configure` command needs. */
export class SetupConfig {
  static readonly title = 'Setting up an institution';
  static readonly variables = {
    ORCID_CLIENT_SECRET: z
      .string()
      .optional()
      .describe('Secret of the institution’s ORCID client, for `configure` only; it is kept sealed in the database.'),
  };

  readonly clientSecret: string | undefined;

  constructor(values: ValuesOf<typeof SetupConfig.variables>) {
    this.clientSecret = values.ORCID_CLIENT_SECRET;
  }
}
