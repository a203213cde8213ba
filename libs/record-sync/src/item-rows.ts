import type { WantedItem } from '@ligature/assertions';
import { RecordItem, RecordItemRepository } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FormerItems } from './former-client-move.ts';
import type { StoredItem } from './plan.ts';
import { SelfIds } from './self-ids.ts';
import type { SyncContext } from './sync-context.ts';

/** The rows of a record's items. */
@Injectable()
export class ItemRows {
  constructor(
    private readonly em: EntityManager,
    private readonly items: RecordItemRepository,
    private readonly selfIds: SelfIds,
  ) {}

  /** Every wanted item gets its row, and with it its own identifier, before anything is written. */
  async withItemsFor(wanted: readonly WantedItem[], context: SyncContext, former: FormerItems): Promise<StoredItem[]> {
    const { connection } = context;
    return this.em.transactional(async () => {
      const stored = await this.items.rowsOf([connection.id]);
      const known = new Set(stored.map(({ assertionId }) => assertionId));
      const taken = new Set(stored.map(({ selfId }) => selfId));
      const added = wanted
        .filter(({ assertionId }) => !known.has(assertionId))
        .map((item) => this.newItem(item, taken, context, former));
      for (const item of added) this.items.add(item);
      return [...stored, ...added.map(asRow)];
    });
  }

  /** What its owner removed when another client had written it stays removed. */
  private newItem(
    item: WantedItem,
    taken: Set<string>,
    { institution, connection }: SyncContext,
    { removedByOwner }: FormerItems,
  ): RecordItem {
    const { id: connectionId, institutionId, orcidClientId } = connection;
    const { assertionId, section } = item;
    const selfId = this.selfIds.of(institution, item, taken);
    taken.add(selfId);
    const row = new RecordItem({ institutionId, connectionId, orcidClientId, assertionId, section, selfId });
    if (removedByOwner.has(assertionId)) row.markRemovedByOwner();
    return row;
  }
}

function asRow({ id, assertionId, section, state, selfId }: RecordItem): StoredItem {
  return { id, assertionId, section, state, selfId, putCode: null, contentHash: null, refusedHash: null };
}
