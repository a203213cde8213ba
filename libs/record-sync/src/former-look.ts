import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { missing } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { permitted } from './permitted.ts';
import { RecordReader } from './record-reader.ts';
import type { SyncContext } from './sync-context.ts';
import { unlessRefused } from './unless-refused.ts';

/** Looks at what a former client wrote before any of it is removed. */
@Injectable()
export class FormerLook {
  constructor(
    private readonly reader: RecordReader,
    private readonly ledger: ItemLedger,
    private readonly items: RecordItemRepository,
  ) {}

  /**
   * Those that stand there. Whatever its owner has removed is noted as missing before anything of ours is sent: after a lost
   * answer to a removal nobody could tell whose it was. Where the old token reads nothing, removing tells; and so it does where
   * an answer was lost already.
   */
  async listed({ connection }: SyncContext, items: readonly ItemRow[]): Promise<ItemRow[]> {
    const gone = new Set<ItemRow>();
    const open = new Set((await this.items.openIntents(connection.id)).map(({ itemId }) => itemId));
    const covered = permitted(items, connection.scopes).filter(({ id }) => !open.has(id));
    await unlessRefused(async () => {
      if (covered.length === 0) return;
      const seen = await this.reader.itemsIn(connection.id, new Set(covered.map(({ section }) => section)));
      for (const item of covered)
        if (item.putCode !== null && seen.find(item.section, item.putCode) === undefined) gone.add(item);
    });
    for (const { id } of gone) await this.ledger.note(id, missing);
    return items.filter((item) => !gone.has(item));
  }
}
