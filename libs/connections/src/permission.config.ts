import type { ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

const MINUTE_MS = 60_000;

/** How much evidence it takes before a refused token is believed to mean that the permission has ended. */
export class PermissionConfig {
  static readonly title = 'Permissions';
  static readonly variables = {
    PERMISSION_REFUSALS: z.coerce
      .number('must be a number')
      .int()
      .min(2)
      .default(3)
      .describe('So many times ORCID must refuse a token, while it accepts ours, before the permission has ended.'),
    PERMISSION_REFUSALS_APART_MINUTES: z.coerce
      .number('must be a number')
      .min(0)
      .default(30)
      .describe('Time between two such refusals: whether ORCID keeps its answers for a while is unknown.'),
    PERMISSION_REFUSALS_WITHIN_HOURS: z.coerce
      .number('must be a number')
      .positive()
      .default(24)
      .describe('They must all lie within this time.'),
    PERMISSION_CHECKED_WITHIN_HOURS: z.coerce
      .number('must be a number')
      .min(1)
      .default(24)
      .describe('Every permission is used or asked about at least once within this time.'),
  };

  readonly refusals: number;
  readonly apartMs: number;
  readonly withinMs: number;
  readonly checkedWithinMs: number;

  constructor(values: ValuesOf<typeof PermissionConfig.variables>) {
    this.refusals = values.PERMISSION_REFUSALS;
    this.apartMs = values.PERMISSION_REFUSALS_APART_MINUTES * MINUTE_MS;
    this.withinMs = values.PERMISSION_REFUSALS_WITHIN_HOURS * 60 * MINUTE_MS;
    this.checkedWithinMs = values.PERMISSION_CHECKED_WITHIN_HOURS * 60 * MINUTE_MS;
  }
}
