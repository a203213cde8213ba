import { isWrittenBy, type ListedItem } from '@ligature/orcid-model';
import { type ItemRow, OrcidClientRepository, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { FoundItems } from './found-items.ts';
import type { FormerItems } from './former-client-move.ts';
import type { Creation, WriteStep } from './plan.ts';
import { RecordReader } from './record-reader.ts';
import { itemKey } from './seen-items.ts';
import type { SyncContext } from './sync-context.ts';
import { UnclaimedItems } from './unclaimed-items.ts';

/**
 * Items of ours that stand on a record and that no row knows, because the database was restored from a backup, or is a new
 * one. Nothing in a restored database says so; what is about to be created is looked for, therefore.
 */
@Injectable()
export class UnknownItems {
  constructor(
    private readonly reader: RecordReader,
    private readonly items: RecordItemRepository,
    private readonly clients: OrcidClientRepository,
    private readonly found: FoundItems,
  ) {}

  /**
   * Costs one read where something is to be created, else nothing.
   * @returns whether something was found, so that the record is to be planned again
   */
  async adopt(context: SyncContext, steps: readonly WriteStep[], former: FormerItems): Promise<boolean> {
    const creations = steps.filter((step) => step.action === 'create');
    if (creations.length === 0) return false;
    const rows = [...(await this.items.rowsOf([context.connection.id])), ...former.rows];
    const unknown = await this.unknownIn(context, creations, rows);
    if (unknown.length === 0) return false;
    const ids = new Set(rows.map(({ selfId }) => selfId));
    const ours = new UnclaimedItems(writtenBy([context.clientId], unknown), ids).take(creations);
    for (const [creation, match] of ours) await this.found.adopt(context.connection.id, creation, match);
    const others = await this.clients.othersOf(context.institution.id, context.clientId);
    const missing = creations.filter((creation) => !ours.has(creation));
    const theirs = new UnclaimedItems(writtenBy(others, unknown), ids).take(missing);
    for (const [creation, match] of theirs) await this.found.leave(creation, match);
    return ours.size + theirs.size > 0;
  }

  /** An item that a row knows is that row's, also one that was removed and that a list which lags still shows. */
  private async unknownIn(
    { connection: { id } }: SyncContext,
    creations: readonly Creation[],
    rows: readonly ItemRow[],
  ): Promise<ListedItem[]> {
    const { all } = await this.reader.itemsIn(id, new Set(creations.map(({ item }) => item.section)));
    const known = new Set(rows.flatMap(({ section, putCode }) => (putCode === null ? [] : itemKey(section, putCode))));
    return all.filter(({ section, putCode }) => !known.has(itemKey(section, putCode)));
  }
}

function writtenBy(clients: readonly string[], items: readonly ListedItem[]): ListedItem[] {
  return items.filter(({ source }) => clients.some((client) => isWrittenBy(source, client)));
}
