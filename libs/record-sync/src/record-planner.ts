import { type WantedItem, type WantedRecord, WantedState } from '@ligature/assertions';
import { includesScope, type Scope, scopeNeededFor, type Section } from '@ligature/orcid-model';
import { type Connection, RecordItem, RecordItemRepository, type RiskyStep } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FormerItems } from './former-client-move.ts';
import { type StoredItem, plan, type WriteStep } from './plan.ts';
import { RecordSyncConfig } from './record-sync.config.ts';
import { SelfIds } from './self-ids.ts';
import { riskOf } from './step-risk.ts';
import type { SyncContext } from './sync-context.ts';

/** The steps of one record, and what those that take something away are. */
export interface RecordPlan {
  readonly steps: readonly WriteStep[];
  readonly risky: readonly RiskyStep[];
}

/** Plans records from what is wanted and what is stored now. */
@Injectable()
export class RecordPlanner {
  constructor(
    private readonly em: EntityManager,
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
    private readonly selfIds: SelfIds,
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  async plan(context: SyncContext, former: FormerItems): Promise<RecordPlan> {
    const { institution, connection } = context;
    const wanted = await this.wantedState.ofPerson(institution, connection.personId);
    const { standing } = former;
    const items = permitted(wanted.items, connection.scopes).filter(({ assertionId }) => !standing.has(assertionId));
    const stored = await this.withItemsFor(items, context, former);
    const steps = plan(items, permitted(stored, connection.scopes));
    const today = this.clock.today(institution.timeZone);
    return { steps, risky: await this.risks(steps, { ...wanted, items }, today) };
  }

  /** Which of these steps take something away. Contents are read for changes only, in one query. */
  async risks(
    steps: readonly WriteStep[],
    { items, yetToBegin }: WantedRecord,
    today: ReturnType<Clock['today']>,
  ): Promise<RiskyStep[]> {
    const changed = steps.filter(({ action }) => action === 'update').map(({ itemId }) => itemId);
    const before = changed.length === 0 ? new Map<string, null>() : await this.items.contentsOf(changed);
    const endedBy = new Map(items.map((item) => [item.assertionId, item.endedBy]));
    const { holdEndsOlderThanDays: endsOlderThanDays } = this.config;
    return steps.flatMap((step) => {
      const { itemId, assertionId, action } = step;
      const risk = riskOf(step, {
        before: before.get(itemId) ?? null,
        endedBy: endedBy.get(assertionId) ?? null,
        isYetToBegin: yetToBegin.has(assertionId),
        today,
        endsOlderThanDays,
      });
      if (risk === undefined) return [];
      return [{ itemId, action, risk, contentHash: step.action === 'remove' ? null : step.hash }];
    });
  }

  /** Every wanted item gets its row, and with it its own identifier, before anything is written. */
  private async withItemsFor(
    wanted: readonly WantedItem[],
    context: SyncContext,
    former: FormerItems,
  ): Promise<StoredItem[]> {
    const { connection } = context;
    return this.em.transactional(async () => {
      const stored = await this.items.rowsOf([connection.id]);
      const known = new Set(stored.map(({ assertionId }) => assertionId));
      const added = wanted
        .filter(({ assertionId }) => !known.has(assertionId))
        .map((item) => this.newItem(item, context, former));
      for (const item of added) this.items.add(item);
      return [...stored, ...added.map(asRow)];
    });
  }

  /** What its owner removed when another client had written it stays removed. */
  private newItem(
    item: WantedItem,
    { institution, connection }: SyncContext,
    { removedByOwner }: FormerItems,
  ): RecordItem {
    const { id: connectionId, institutionId, orcidClientId } = connection;
    const { assertionId, section } = item;
    const selfId = this.selfIds.of(institution, item);
    const row = new RecordItem({ institutionId, connectionId, orcidClientId, assertionId, section, selfId });
    if (removedByOwner.has(assertionId)) row.markRemovedByOwner();
    return row;
  }
}

/** What the permission covers, of what is wanted or stored; the rest is left as it is, shown as not permitted, and never tried. */
export function permitted<Item extends { readonly section: Section }>(
  items: readonly Item[],
  scopes: Connection['scopes'] | readonly Scope[],
): Item[] {
  return items.filter(({ section }) => includesScope(scopes, scopeNeededFor(section)));
}

function asRow({ id, assertionId, section, state, selfId }: RecordItem): StoredItem {
  return { id, assertionId, section, state, selfId, putCode: null, contentHash: null, refusedHash: null };
}
