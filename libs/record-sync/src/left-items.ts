import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { notOurs, withdrawn } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordReader } from './record-reader.ts';
import type { SeenItems } from './seen-items.ts';
import type { SyncContext } from './sync-context.ts';

/** What the current client sees of a record while a former one's items move. */
export interface WhatStands {
  readonly clientId: string;
  readonly items: () => Promise<SeenItems>;
}

/** What is to be said of an item of a former client that its token could not remove. */
@Injectable()
export class LeftItems {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly reader: RecordReader,
    private readonly ledger: ItemLedger,
  ) {}

  /** What stands on the record of a connection, read when that is first asked and not again: once for all these items. */
  whatStands({ connection, clientId }: SyncContext, items: readonly ItemRow[]): WhatStands {
    const sections = new Set(items.map(({ section }) => section));
    let seen: Promise<SeenItems> | undefined;
    return { clientId, items: () => (seen ??= this.reader.itemsIn(connection.id, sections)) };
  }

  /** It stays where it is, as an item that only a person can settle; unless it has moved before. */
  async leave(current: WhatStands, item: ItemRow): Promise<void> {
    if (!(await this.hasMoved(current, item))) await this.ledger.conclude(item.id, notOurs);
  }

  /**
   * A database that was restored from a backup may not know that an item has moved: then the current client has it standing
   * there in its place, where it is found before it is created.
   */
  async hasMoved({ clientId, items }: WhatStands, { id, section, selfId, putCode }: ItemRow): Promise<boolean> {
    const seen = await items();
    const { content = null } = await this.items.reread(id);
    const stands = putCode !== null && seen.find(section, putCode) !== undefined;
    if (stands || seen.of({ section, selfId, content }, clientId).length === 0) return false;
    await this.ledger.conclude(id, withdrawn);
    return true;
  }
}
