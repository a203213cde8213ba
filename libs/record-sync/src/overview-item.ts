import type { WantedContent, WantedItem } from '@ligature/assertions';
import type { PutCode, Section } from '@ligature/orcid-model';
import type { FormerItem, ItemState, ShownItem } from '@ligature/persistence';
import type { WriteStep } from './plan.ts';

/**
 * What is about to happen to an item: nothing; it is `due` to be written or removed; or that takes something away, so it is
 * `held` until somebody at the institution has decided, or was `rejected` by them and stays undone; or it is `in-doubt`
 * whether a former client wrote it, and it is not written until that is known.
 */
export type PendingChange = 'none' | 'due' | 'held' | 'rejected' | 'in-doubt';

/** One thing the institution says of a person, or said, and where it stands on their record. */
export interface OverviewItem {
  /** Row of the item; null while there is none. */
  readonly id: string | null;
  readonly section: Section;
  /** What should stand on the record; while a change is held or was rejected, and of what is to be removed, what stands. */
  readonly content: WantedContent;
  readonly state: ItemState;
  /** Whether the institution says it of today, of a later day, or no longer; unless of today its removal is `change`. */
  readonly stated: 'today' | 'later' | 'no-longer';
  /** Set while the item is on the record, or was when it was last seen. */
  readonly putCode: PutCode | null;
  /** Whether the permission covers writing it. */
  readonly isPermitted: boolean;
  readonly change: PendingChange;
  readonly writtenAt: Date | null;
  /** Why ORCID did not take it, in ORCID's words. */
  readonly problem: string | null;
}

export type ChangeOf = (item: ShownItem) => PendingChange;

export function changeOf({ decision, decidedHash }: ShownItem, step: WriteStep | undefined): PendingChange {
  if (step === undefined) return 'none';
  const isDecided = decidedHash === (step.action === 'remove' ? null : step.hash);
  return isDecided && (decision === 'held' || decision === 'rejected') ? decision : 'due';
}

/** What is said today. */
export function wantedView(
  { section, content }: WantedItem,
  { item, former }: { readonly item: ShownItem | undefined; readonly former: FormerItem | undefined },
  isPermitted: boolean,
  change: ChangeOf,
): OverviewItem {
  const stands = item === undefined ? newItem(former) : standing(item);
  const pending = item === undefined ? changeOfNew(former) : change(item);
  const isHeldBack = isPermitted && (pending === 'held' || pending === 'rejected');
  const shown = isHeldBack ? (item?.content ?? content) : content;
  return { section, content: shown, ...stands, stated: 'today', isPermitted, change: isPermitted ? pending : 'none' };
}

/** Whether it keeps the current client from writing the same: it stands there for good, or may. */
export function isInTheWay({ state, putCode, isInDoubt }: FormerItem): boolean {
  return state === 'notOurs' || (isInDoubt && putCode === null);
}

/** An item without a row of its own: with what a former client left in its way, if anything. */
function newItem(former: FormerItem | undefined): Standing {
  const { state, putCode } = former?.state === 'notOurs' ? former : NOT_THERE;
  return { id: null, state, putCode, writtenAt: null, problem: null };
}

const NOT_THERE = { state: 'wanted', putCode: null } as const;

function changeOfNew(former: FormerItem | undefined): PendingChange {
  if (former === undefined) return 'due';
  return former.state === 'notOurs' ? 'none' : 'in-doubt';
}

/** An item that is to be removed from the record; where nobody knows what it says, there is nothing to show. */
export function leavingView(item: ShownItem, yetToBegin: ReadonlySet<string>, change: ChangeOf): OverviewItem[] {
  const { section, content } = item;
  if (content === null) return [];
  const stated = yetToBegin.has(item.assertionId) ? 'later' : 'no-longer';
  return [{ section, content, ...standing(item), stated, isPermitted: true, change: change(item) }];
}

type Standing = Pick<OverviewItem, 'id' | 'state' | 'putCode' | 'writtenAt' | 'problem'>;

function standing({ id, state, putCode, writtenAt, problem }: ShownItem): Standing {
  return { id, state, putCode, writtenAt, problem: problem?.message ?? null };
}
