import type { OverviewItem } from '@ligature/record-sync';

/**
 * How an item stands, as it is told to its owner: each has a sentence in every language for its state, and one for what
 * happens next and who acts (`standings` of the texts). One that is forgotten does not compile.
 */
export const ITEM_STANDINGS = [
  'present',
  'creating',
  'updating',
  'removing-until-later',
  'removing',
  'waiting-new',
  'waiting-change',
  'waiting-removal',
  'held-change',
  'held-until-later',
  'held-removal',
  'rejected-change',
  'rejected-until-later',
  'rejected-removal',
  'unanswered',
  'in-doubt',
  'missing',
  'removed-by-owner',
  'not-ours',
  'not-ours-over',
  'uncovered-new',
  'uncovered-present',
  'uncovered-over',
  'refused-new',
  'refused-change',
  'blocked-new',
  'blocked-change',
  'blocked-removal',
  'same-stands',
] as const;

export type ItemStanding = (typeof ITEM_STANDINGS)[number];

/** With these nothing is left to be done. */
const SETTLED: ReadonlySet<ItemStanding> = new Set(['present', 'same-stands']);

/** With these something is not as the institution wants it, and goes on being so unless somebody acts. */
const TROUBLED: ReadonlySet<ItemStanding> = new Set([
  'uncovered-new',
  'uncovered-present',
  'uncovered-over',
  'refused-new',
  'refused-change',
  'blocked-new',
  'blocked-change',
  'blocked-removal',
]);

/**
 * What nobody knows comes first, then what is known of the record whatever is planned, then what keeps a plan from being
 * done, then the plan.
 * @param isPaused whether nothing at all can be written at the moment
 */
export function standingOf(item: OverviewItem, isPaused: boolean): ItemStanding {
  if (item.isUnanswered) return 'unanswered';
  switch (item.state) {
    case 'missing':
      return 'missing';
    case 'removedByOwner':
      return 'removed-by-owner';
    case 'notOurs':
      return item.stated === 'today' ? 'not-ours' : 'not-ours-over';
    case 'present':
    case 'wanted':
    case 'withdrawn':
      return item.isPermitted ? standingOfChange(item, isPaused) : uncovered(item);
  }
}

function uncovered({ state, stated }: OverviewItem): ItemStanding {
  if (state !== 'present') return 'uncovered-new';
  return stated === 'today' ? 'uncovered-present' : 'uncovered-over';
}

function standingOfChange(item: OverviewItem, isPaused: boolean): ItemStanding {
  switch (item.change) {
    case 'in-doubt':
      return 'in-doubt';
    case 'held':
    case 'rejected':
      return `${item.change}-${riskOf(item)}`;
    case 'none':
    case 'due':
      return refused(item) ?? (item.change === 'none' ? unchanged(item) : due(item, isPaused));
  }
}

function riskOf({ stated }: OverviewItem): 'change' | 'until-later' | 'removal' {
  return ({ today: 'change', later: 'until-later', 'no-longer': 'removal' } as const)[stated];
}

function refused({ refusal, state, stated }: OverviewItem): ItemStanding | undefined {
  if (refusal === null) return undefined;
  if (stated !== 'today') return 'blocked-removal';
  return `${refusal.isFinal ? 'refused' : 'blocked'}-${state === 'present' ? 'change' : 'new'}`;
}

/** One that is not there, permitted and not to be written: the same stands there already, of another row. */
function unchanged({ state }: OverviewItem): ItemStanding {
  return state === 'present' ? 'present' : 'same-stands';
}

function due({ state, stated }: OverviewItem, isPaused: boolean): ItemStanding {
  if (stated !== 'today') {
    if (isPaused) return 'waiting-removal';
    return stated === 'later' ? 'removing-until-later' : 'removing';
  }
  if (state === 'present') return isPaused ? 'waiting-change' : 'updating';
  return isPaused ? 'waiting-new' : 'creating';
}

export function isSettled(standing: ItemStanding): boolean {
  return SETTLED.has(standing);
}

export function isTroubled(standing: ItemStanding): boolean {
  return TROUBLED.has(standing);
}

/** Whether the page is worth looking at again in a moment. */
export function isBeingWritten({ change, refusal, isPermitted, isUnanswered }: OverviewItem): boolean {
  return isPermitted && change === 'due' && refusal === null && !isUnanswered;
}
