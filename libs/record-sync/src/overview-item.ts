import type { WantedContent, WantedItem } from '@ligature/assertions';
import type { PutCode, Section } from '@ligature/orcid-model';
import type { FormerItem, ItemState, ShownItem, ShownOrigin } from '@ligature/persistence';
import { contentHash } from './content-hash.ts';
import { withSelfId } from './item-content.ts';
import { causeOf, type ItemCause } from './item-cause.ts';
import type { WriteStep } from './plan.ts';

/**
 * What is about to happen to an item: nothing; it is `due` to be written or removed; or that takes something away, so it is
 * `held` until somebody at the institution has decided, or was `rejected` by them and stays undone; or it is `in-doubt`
 * whether a former client wrote it, and it is not written until that is known.
 */
export type PendingChange = 'none' | 'due' | 'held' | 'rejected' | 'in-doubt';

/** Why what is to be done with an item now was not taken. */
export interface Refusal {
  readonly cause: ItemCause;
  /** In ORCID's words, or in ours where nothing was sent; English. */
  readonly message: string;
  /** Whether the same is sent again only when the institution states something else; otherwise we go on trying. */
  readonly isFinal: boolean;
}

/** One thing the institution says of a person, or said, and where it stands on their record. */
export interface OverviewItem {
  /** Row of the item; null while there is none. */
  readonly id: string | null;
  readonly section: Section;
  /** What stands on the record, as far as we know; where nothing of it does, or nobody knows what it says, what should. */
  readonly content: WantedContent;
  /** Whether `content` is what stands on the record. */
  readonly isStanding: boolean;
  /** What the institution says now, where that is known to differ from what stands; null where nothing differs. */
  readonly proposed: WantedContent | null;
  readonly state: ItemState;
  /** Whether the institution says it of today, of a later day, or no longer; unless of today its removal is `change`. */
  readonly stated: 'today' | 'later' | 'no-longer';
  /** Set while the item is on the record, or was when it was last seen. */
  readonly putCode: PutCode | null;
  /** Whether the permission covers writing it. */
  readonly isPermitted: boolean;
  readonly change: PendingChange;
  /** Whether nobody knows what became of the last write of it, though an answer would have come by now. */
  readonly isUnanswered: boolean;
  readonly refusal: Refusal | null;
  readonly writtenAt: Date | null;
  /** The row of a feed that it comes from. */
  readonly origin: ShownOrigin;
}

/** What else is known where an item is shown. */
export interface Surroundings {
  readonly step: WriteStep | undefined;
  readonly isPermitted: boolean;
  /** A write begun before this would have been answered by now. */
  readonly answeredSince: Date;
}

export function changeOf({ decision, decidedHash }: ShownItem, step: WriteStep | undefined): PendingChange {
  if (step === undefined) return 'none';
  const isDecided = decidedHash === (step.action === 'remove' ? null : step.hash);
  return isDecided && (decision === 'held' || decision === 'rejected') ? decision : 'due';
}

/** What is said today, with the row that it has under the connection. */
export function wantedView(wanted: WantedItem, item: ShownItem, around: Surroundings): OverviewItem {
  const { section, content } = wanted;
  const hash = contentHash(withSelfId(section, content, item.selfId));
  const known = knownContent(item);
  const differs = known !== null && item.state !== 'missing' && item.contentHash !== hash;
  return {
    ...ofRow(item, around),
    content: known ?? content,
    isStanding: known !== null,
    proposed: differs ? content : null,
    stated: 'today',
    refusal: refusalOf(item, hash, around.step),
  };
}

/** What is said today and has no row under the connection yet, or none that was ever written: with what a former client left in its way. */
export function newView(wanted: WantedItem, former: FormerItem | undefined, isPermitted: boolean): OverviewItem {
  const { section, content, origin } = wanted;
  const left = former?.state === 'notOurs' ? former : undefined;
  const known = left?.content ?? null;
  return {
    id: null,
    section,
    content: known ?? content,
    isStanding: known !== null,
    proposed: known !== null && !saysTheSame(known, content) ? content : null,
    state: left?.state ?? 'wanted',
    stated: 'today',
    putCode: left?.putCode ?? null,
    isPermitted,
    change: isPermitted ? changeOfNew(former) : 'none',
    isUnanswered: false,
    refusal: null,
    writtenAt: left?.writtenAt ?? null,
    origin,
  };
}

/** Whether it keeps the current client from writing the same: it stands there for good, or may. */
export function isInTheWay({ state, putCode, isInDoubt }: FormerItem): boolean {
  return state === 'notOurs' || (isInDoubt && putCode === null);
}

/** Whether an item was never written, or was taken back by us: what stands there under a former client counts then. */
export function isNotThere({ state }: Pick<ShownItem, 'state'>): boolean {
  return state === 'wanted' || state === 'withdrawn';
}

/** An item that is not said of today and stands on the record, or may; where nobody knows what it says, there is nothing to show. */
export function leavingView(item: ShownItem, isYetToBegin: boolean, around: Surroundings): OverviewItem[] {
  const mayStand = !isNotThere(item) && item.state !== 'removedByOwner';
  if (item.content === null || (!mayStand && item.intendedAt === null)) return [];
  return [
    {
      ...ofRow(item, around),
      content: item.content,
      isStanding: true,
      proposed: null,
      stated: isYetToBegin ? 'later' : 'no-longer',
      refusal: refusalOf(item, null, around.step),
    },
  ];
}

/** The same of an item that a former client left, and that no token of ours can remove. */
export function leftView(former: FormerItem, isYetToBegin: boolean): OverviewItem[] {
  const { section, content, state, putCode, writtenAt, origin } = former;
  if (content === null || state !== 'notOurs') return [];
  return [
    {
      id: null,
      section,
      content,
      isStanding: true,
      proposed: null,
      state,
      stated: isYetToBegin ? 'later' : 'no-longer',
      putCode,
      isPermitted: true,
      change: 'none',
      isUnanswered: false,
      refusal: null,
      writtenAt,
      origin,
    },
  ];
}

function changeOfNew(former: FormerItem | undefined): PendingChange {
  if (former === undefined) return 'due';
  return former.state === 'notOurs' ? 'none' : 'in-doubt';
}

type OfRow = Omit<OverviewItem, 'content' | 'isStanding' | 'proposed' | 'stated' | 'refusal'>;

function ofRow(item: ShownItem, { step, isPermitted, answeredSince }: Surroundings): OfRow {
  const { id, section, state, putCode, writtenAt, intendedAt, origin } = item;
  const change = isPermitted ? changeOf(item, step) : 'none';
  const isUnanswered = intendedAt !== null && intendedAt < answeredSince;
  return { id, section, state, putCode, isPermitted, change, isUnanswered, writtenAt, origin };
}

/** What an item says that stands on the record; of one whose content nobody knows, and of one that is not there, nothing. */
function knownContent(item: ShownItem): WantedContent | null {
  return isNotThere(item) || item.state === 'removedByOwner' || item.contentHash === null ? null : item.content;
}

/**
 * What was once refused counts as long as it is still what is to be done: a content until the institution states another,
 * everything else until it is done.
 * @param hash of what is wanted; null where the item is to go
 */
function refusalOf(
  { problem, refusedHash }: ShownItem,
  hash: string | null,
  step: WriteStep | undefined,
): Refusal | null {
  if (problem === null) return null;
  const isFinal = refusedHash !== null;
  const isCurrent = isFinal ? refusedHash === hash : step !== undefined;
  return isCurrent ? { cause: causeOf(problem.code), message: problem.message, isFinal } : null;
}

/** Identifiers set aside: those that we add are in one of the two only. */
function saysTheSame(one: WantedContent, other: WantedContent): boolean {
  return bareHash(one) === bareHash(other);
}

function bareHash(content: WantedContent): string {
  const bare = typeof content === 'object' ? { ...content, externalIds: undefined } : content;
  return contentHash(bare as Parameters<typeof contentHash>[0]);
}
