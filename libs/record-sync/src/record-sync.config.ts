import type { ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How items are recognised for good, how patient we are before we believe a removal, and when a plan is held. */
export class RecordSyncConfig {
  static readonly title = 'Items on records';
  static readonly variables = {
    ITEM_ID_KEY: z
      .base64('must be base64: openssl rand -base64 32')
      .transform((text) => Buffer.from(text, 'base64'))
      .refine((bytes) => bytes.length >= 32, 'must be 32 bytes, base64: openssl rand -base64 32')
      .describe(
        'Makes the identifiers by which our items are found again on a record, also by a database that was lost. 32 random bytes, base64. Keep it with `TOKEN_KEYS` and never change it.',
      ),
    LOST_ITEM_ID_KEY: z
      .string()
      .optional()
      .describe(
        'Name, as a refused start says it, of an `ITEM_ID_KEY` that is lost for good: the one that is set takes its place.',
      ),
    REMOVAL_QUIET_HOURS: z.coerce
      .number('must be a number')
      .min(0)
      .default(24)
      .describe('An item written within this time is never judged to be missing: ORCID’s lists may lag behind.'),
    REMOVAL_SECOND_LOOK_MINUTES: z.coerce
      .number('must be a number')
      .min(0)
      .default(60)
      .describe('Time between the list that lacks an item and the second look that may believe its removal.'),
    HOLD_ABOVE_STEPS: z.coerce
      .number('must be a number')
      .int()
      .min(0)
      .default(3)
      .describe('So many steps a day that take something away are always let through …'),
    HOLD_ABOVE_PERCENT: z.coerce
      .number('must be a number')
      .min(0)
      .max(100)
      .default(2)
      .describe('… and so many percent of the institution’s items; more wait for a person (`scheduler plans`).'),
    HOLD_ALWAYS_ABOVE_PERCENT: z.coerce
      .number('must be a number')
      .min(0)
      .max(100)
      .default(20)
      .describe('More than this share always waits, where there are more than five items.'),
    HOLD_ENDS_OLDER_THAN_DAYS: z.coerce
      .number('must be a number')
      .int()
      .min(0)
      .default(60)
      .describe('A new end date further back than this counts as taking something away.'),
  };

  readonly itemIdKey: Uint8Array;
  readonly lostItemIdKey: string | undefined;
  readonly removalQuietMs: number;
  readonly secondLookMs: number;
  readonly holdAboveSteps: number;
  readonly holdAbovePercent: number;
  readonly holdAlwaysAbovePercent: number;
  readonly holdEndsOlderThanDays: number;

  constructor(values: ValuesOf<typeof RecordSyncConfig.variables>) {
    this.itemIdKey = values.ITEM_ID_KEY;
    this.lostItemIdKey = values.LOST_ITEM_ID_KEY;
    this.removalQuietMs = values.REMOVAL_QUIET_HOURS * HOUR_MS;
    this.secondLookMs = values.REMOVAL_SECOND_LOOK_MINUTES * MINUTE_MS;
    this.holdAboveSteps = values.HOLD_ABOVE_STEPS;
    this.holdAbovePercent = values.HOLD_ABOVE_PERCENT;
    this.holdAlwaysAbovePercent = values.HOLD_ALWAYS_ABOVE_PERCENT;
    this.holdEndsOlderThanDays = values.HOLD_ENDS_OLDER_THAN_DAYS;
  }
}
