import { createHash } from 'node:crypto';
import type { FeedRules } from '@ligature/persistence';

/** SHA-256 of the rules a file is read by, hex: by other rules the same file says something else. */
export function rulesHash(rules: FeedRules): string {
  const members = Object.entries(rules)
    .filter(([name]) => name !== 'file')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest('hex');
}
