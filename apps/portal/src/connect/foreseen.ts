import type { OverviewItem } from '@ligature/record-sync';

/** One thing that would be written. */
export type ForeseenItem = Pick<OverviewItem, 'section' | 'content'>;

/** What would be written of a person. */
export interface Foreseen {
  readonly today: readonly ForeseenItem[];
  /** Each as it will begin. */
  readonly later: readonly ForeseenItem[];
  /** Whether something of it may stand on their record, or have been removed there by them: they were connected before. */
  readonly wasConnected: boolean;
}
