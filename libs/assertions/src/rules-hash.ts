import { createHash } from 'node:crypto';
import type { FeedRules } from '@ligature/persistence';

/** Where the export is, and what is stated elsewhere, changes nothing of what it says. */
const OTHERWISE: readonly (keyof FeedRules)[] = ['file', 'items'];

/** Counts what this program itself reads otherwise than before: what it refused then may be readable now. */
const READING = 5;

/** SHA-256 of the rules an HR export is read by, hex: by other rules the same file says something else. */
export function rulesHash(rules: FeedRules): string {
  const members = Object.entries(rules).filter(([name]) => !OTHERWISE.some((other) => other === name));
  return hashOf([...members, ['reading', READING]]);
}

/** SHA-256 of the rules an items file is read by, hex. */
export function itemsRulesHash({ staffIdSpace, items }: FeedRules): string {
  return hashOf(Object.entries({ staffIdSpace, ...items }));
}

function hashOf(members: readonly [string, unknown][]): string {
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
