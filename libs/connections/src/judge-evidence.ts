import type { CounterCheck, RefusalRow } from '@ligature/persistence';

/** What a permission has become when enough refusals say so. */
export type PermissionEnd = 'revoked' | 'deactivated';

/**
 * What a refusal speaks for. A locked record takes nothing and gives everything back; a merged one is connected again under
 * its new iD: the permission itself goes on. An iD that ORCID does not know any more can hold no permission.
 */
const SPEAKS_FOR: Readonly<Record<CounterCheck, PermissionEnd | undefined>> = {
  open: 'revoked',
  'not-found': 'revoked',
  deactivated: 'deactivated',
  locked: undefined,
  merged: undefined,
  unanswered: undefined,
};

/**
 * What refusals prove together: so many that lie far enough apart, while ORCID accepted our own token and said the same of
 * the record.
 * @param refusals since the token was last accepted, in order
 * @returns undefined while they prove nothing
 */
export function judge(refusals: readonly RefusalRow[], needed: number, apartMs: number): PermissionEnd | undefined {
  const last = refusals.at(-1);
  const end = last && SPEAKS_FOR[last.counterCheck];
  if (end === undefined) return undefined;
  const saying = refusals.filter(({ counterCheck }) => SPEAKS_FOR[counterCheck] === end);
  return countApart(saying, apartMs) >= needed ? end : undefined;
}

/** How many there are of which each is so long after the one counted before. */
function countApart(refusals: readonly RefusalRow[], apartMs: number): number {
  let [count, before] = [0, -Infinity];
  for (const { at } of refusals) {
    if (at.getTime() - before < apartMs) continue;
    [count, before] = [count + 1, at.getTime()];
  }
  return count;
}
