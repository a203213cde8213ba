import type { ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

/** How much identity providers may differ from us. */
export class SamlAuthConfig {
  static readonly title = 'Institutional sign-in (SAML)';
  static readonly variables = {
    SAML_CLOCK_SKEW_SECONDS: z.coerce
      .number('must be a number of seconds')
      .int()
      .min(0)
      .max(300)
      .default(60)
      .describe('By how much the clocks of identity providers may differ from ours.'),
  };

  readonly clockSkewMs: number;

  constructor(values: ValuesOf<typeof SamlAuthConfig.variables>) {
    this.clockSkewMs = values.SAML_CLOCK_SKEW_SECONDS * 1000;
  }
}
