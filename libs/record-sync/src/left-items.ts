import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { notOurs, withdrawn } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordReader } from './record-reader.ts';
import type { SyncContext } from './sync-context.ts';

/** What is to be said of an item of a former client that its token could not remove. */
@Injectable()
export class LeftItems {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly reader: RecordReader,
    private readonly ledger: ItemLedger,
  ) {}

  /** It stays where it is, as an item that only a person can settle; unless it has moved before. */
  async leave(current: SyncContext, item: ItemRow): Promise<void> {
    if (!(await this.hasMoved(current, item))) await this.ledger.note(item.id, notOurs);
  }

  /**
   * A database that was restored from a backup may not know that an item has moved: then the current client has it standing
   * there in its place, where it is found before it is created.
   */
  async hasMoved({ connection, clientId }: SyncContext, { id, section, selfId, putCode }: ItemRow): Promise<boolean> {
    const seen = await this.reader.itemsIn(connection.id, new Set([section]));
    const { content = null } = await this.items.reread(id);
    const stands = putCode !== null && seen.find(section, putCode) !== undefined;
    if (stands || seen.of({ section, selfId, content }, clientId).length === 0) return false;
    await this.ledger.note(id, withdrawn);
    return true;
  }
}
