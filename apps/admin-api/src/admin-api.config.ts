import { flag, type Mode, type ValuesOf } from '@ligature/runtime';

/** What the admin API alone needs to know. */
export class AdminApiConfig {
  static readonly title = 'Admin API';
  static readonly variables = {
    GRAPHQL_INTROSPECTION: flag()
      .optional()
      .describe('Whether the schema may be asked for: `true` or `false`; unless set, only outside production.'),
  };

  readonly introspection: boolean;

  constructor(values: ValuesOf<typeof AdminApiConfig.variables>, mode: Mode) {
    this.introspection = values.GRAPHQL_INTROSPECTION ?? mode !== 'production';
  }
}
