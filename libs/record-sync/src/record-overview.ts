import { type WantedContent, type WantedItem, WantedState } from '@ligature/assertions';
import type { PutCode, Section } from '@ligature/orcid-model';
import { type Connection, type ItemState, RecordItemRepository, type ShownItem } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { permitted } from './permitted.ts';
import { plan, type WriteStep } from './plan.ts';

/**
 * What is about to happen to an item: nothing; it is `due` to be written or removed; or that takes something away, so it is
 * `held` until somebody at the institution has decided, or was `rejected` by them and stays undone.
 */
export type PendingChange = 'none' | 'due' | 'held' | 'rejected';

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

/** What a person may see of what is written on their record. */
@Injectable()
export class RecordOverview {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
  ) {}

  /** What is said today, then what still stands on the record and is no longer said. */
  async of(
    institution: Parameters<WantedState['of']>[0],
    connection: Pick<Connection, 'id' | 'personId' | 'scopes'>,
  ): Promise<OverviewItem[]> {
    const { items: wanted, yetToBegin } = await this.wantedState.ofPerson(institution, connection.personId);
    const allowed = permitted(wanted, connection.scopes);
    const shown = await this.items.shownOf(connection.id);
    const steps = plan(allowed, permitted(shown, connection.scopes));
    const stepOf = new Map(steps.map((step) => [step.itemId, step]));
    const itemOf = new Map(shown.map((item) => [item.assertionId, item]));
    const change = (item: ShownItem): PendingChange => changeOf(item, stepOf.get(item.id));
    return [
      ...wanted.map((one) => wantedView(one, itemOf.get(one.assertionId), allowed.includes(one), change)),
      ...shown
        .filter((item) => stepOf.get(item.id)?.action === 'remove')
        .flatMap((item) => leavingView(item, yetToBegin, change)),
    ];
  }
}

type ChangeOf = (item: ShownItem) => PendingChange;

function changeOf({ decision, decidedHash }: ShownItem, step: WriteStep | undefined): PendingChange {
  if (step === undefined) return 'none';
  const isDecided = decidedHash === (step.action === 'remove' ? null : step.hash);
  return isDecided && (decision === 'held' || decision === 'rejected') ? decision : 'due';
}

function wantedView(
  { section, content }: WantedItem,
  item: ShownItem | undefined,
  isPermitted: boolean,
  change: ChangeOf,
): OverviewItem {
  const newItem = { id: null, state: 'wanted', putCode: null, writtenAt: null, problem: null } as const;
  const stands = item === undefined ? newItem : standing(item);
  const pending = item === undefined ? 'due' : change(item);
  const isHeldBack = isPermitted && (pending === 'held' || pending === 'rejected');
  const shown = isHeldBack ? (item?.content ?? content) : content;
  return { section, content: shown, ...stands, stated: 'today', isPermitted, change: isPermitted ? pending : 'none' };
}

/** An item that is to be removed from the record; where nobody knows what it says, there is nothing to show. */
function leavingView(item: ShownItem, yetToBegin: ReadonlySet<string>, change: ChangeOf): OverviewItem[] {
  const { section, content } = item;
  if (content === null) return [];
  const stated = yetToBegin.has(item.assertionId) ? 'later' : 'no-longer';
  return [{ section, content, ...standing(item), stated, isPermitted: true, change: change(item) }];
}

function standing({
  id,
  state,
  putCode,
  writtenAt,
  problem,
}: ShownItem): Pick<OverviewItem, 'id' | 'state' | 'putCode' | 'writtenAt' | 'problem'> {
  return { id, state, putCode, writtenAt, problem: problem?.message ?? null };
}
