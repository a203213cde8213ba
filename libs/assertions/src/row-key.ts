import type { RowKey } from '@ligature/persistence';

/** One text for one row of a feed. */
export function keyOf({ personKey, rowKey }: RowKey): string {
  return JSON.stringify([personKey, rowKey]);
}
