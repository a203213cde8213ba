import { WantedState } from '@ligature/assertions';
import { type ContentOf, formatFuzzyDate } from '@ligature/orcid-model';
import {
  type ConnectionRow,
  type Institution,
  type LetGoItem,
  LetGoRows,
  RecordItemRepository,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { endOf } from './item-end.ts';
import { permitted } from './permitted.ts';
import { plan, type WriteStep } from './plan.ts';
import { stands } from './record-clearing.ts';
import { UnsettledRecords } from './unsettled-records.ts';

const BATCH = 500;

/** What is not true any more on a record: that something goes on, that it is asserted, or that the record is this person's. */
export type StaleReason =
  { readonly kind: 'ended'; readonly end: string } | { readonly kind: 'withdrawn' } | { readonly kind: 'not-theirs' };

/** An item that should be changed, and that no permission of ours lets us change. */
export interface WorklistEntry {
  readonly item: LetGoItem;
  readonly reason: StaleReason;
  readonly assertionId: string;
  /** ORCID lets a permission that its owner took back remove what was written with it (orcid-api 4.3), and do nothing else. */
  readonly isRemovable: boolean;
}

/** What stands on records of people who ended their permission, and is not true any more: for a person to settle. */
@Injectable()
export class Worklist {
  constructor(
    private readonly unsettled: UnsettledRecords,
    private readonly wantedState: WantedState,
    private readonly items: RecordItemRepository,
    private readonly rows: LetGoRows,
  ) {}

  /** Asks the database only. */
  async *of(institution: Institution): AsyncGenerator<WorklistEntry, void> {
    for await (const page of this.unsettled.pages(institution, 'letGo'))
      for (let at = 0; at < page.length; at += BATCH)
        yield* await this.entriesOf(institution, page.slice(at, at + BATCH));
  }

  private async entriesOf(institution: Institution, batch: readonly ConnectionRow[]): Promise<WorklistEntry[]> {
    const wanted = await this.wantedState.of(
      institution,
      batch.map(({ personId }) => personId),
    );
    const stored = Map.groupBy(await this.items.rowsOf(batch.map(({ id }) => id)), ({ connectionId }) => connectionId);
    const steps = batch.flatMap(({ id, personId, scopes, removesItems }) =>
      removesItems ? [] : plan(wanted.get(personId)?.items ?? [], permitted(stored.get(id) ?? [], scopes)),
    );
    const stale = await this.staleOf(steps);
    for (const { id } of batch.filter(({ removesItems }) => removesItems))
      for (const { id: itemId, assertionId } of (stored.get(id) ?? []).filter(stands))
        stale.set(itemId, { reason: { kind: 'not-theirs' }, assertionId });
    const items = await this.rows.of([...stale.keys()]);
    return items.flatMap((item) => {
      const known = stale.get(item.itemId);
      return known === undefined ? [] : [{ item, ...known, isRemovable: isRemovable(item) }];
    });
  }

  private async staleOf(
    steps: readonly WriteStep[],
  ): Promise<Map<string, Pick<WorklistEntry, 'reason' | 'assertionId'>>> {
    const before = await this.items.contentsOf(steps.map(({ itemId }) => itemId));
    return new Map(
      steps.flatMap((step) => {
        const { itemId, assertionId } = step;
        const reason = reasonOf(step, before.get(itemId) ?? null);
        return reason === undefined ? [] : [[itemId, { reason, assertionId }] as const];
      }),
    );
  }
}

/** What was only to be corrected is not listed: it is as true as it was. */
function reasonOf(step: WriteStep, before: ContentOf | null): StaleReason | undefined {
  if (step.action === 'remove') return { kind: 'withdrawn' };
  const end = step.action === 'update' ? endIn(step.item.content) : undefined;
  if (end === undefined || end === endIn(before)) return undefined;
  return { kind: 'ended', end };
}

function endIn(content: ContentOf | null): string | undefined {
  const end = endOf(content);
  return end === undefined ? undefined : formatFuzzyDate(end);
}

function isRemovable({ endedBy, hasToken, removesItems, recordState }: LetGoItem): boolean {
  return (endedBy === 'revoked' || removesItems) && hasToken && (recordState === 'open' || recordState === 'locked');
}
