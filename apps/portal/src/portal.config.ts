import type { ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

/** What the portal alone needs to know. */
export class PortalConfig {
  static readonly title = 'Portal';
  static readonly variables = {
    PORTAL_INSTITUTION: z
      .string()
      .optional()
      .describe('Short name of the institution whose portal this is; not needed while the deployment has one.'),
  };

  readonly institution: string | undefined;

  constructor(values: ValuesOf<typeof PortalConfig.variables>) {
    this.institution = values.PORTAL_INSTITUTION;
  }
}
