import { isWrittenBy, type PutCode } from '@ligature/orcid-model';
import { type RecordItem, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { AbsenceTimes } from './absence-times.ts';
import { foundAgain, foundInDoubt, missing, notOurs } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { SecondLook } from './second-look.ts';
import { itemKey, type SeenItems } from './seen-items.ts';
import type { SyncContext } from './sync-context.ts';

/** What a record's list says of each of our items: that it is there, that it is somebody else's, or that it is missing. */
@Injectable()
export class ListedItems {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly times: AbsenceTimes,
    private readonly secondLook: SecondLook,
    private readonly ledger: ItemLedger,
  ) {}

  /** To be read before ORCID's list: an item that is written in between is never taken for removed. */
  async judgeable(connectionId: string): Promise<RecordItem[]> {
    const items = await this.items.ofConnections([connectionId]);
    return items.filter((item) => item.putCode != null && JUDGED.has(item.state) && this.times.isQuiet(item));
  }

  /** @param seen what the record listed just now */
  async judge(context: SyncContext, items: readonly RecordItem[], seen: SeenItems): Promise<void> {
    for (const item of items) await this.judgeOne(context, item, seen);
  }

  private async judgeOne(context: SyncContext, item: RecordItem, seen: SeenItems): Promise<void> {
    if (item.putCode == null) return;
    const listed = seen.find(item.section, item.putCode);
    const another = listed === undefined ? await this.another(context, item, seen) : undefined;
    if (listed !== undefined) {
      await this.ledger.note(item.id, isWrittenBy(listed.source, context.clientId) ? foundAgain : notOurs);
    } else if (another !== undefined) await this.ledger.note(item.id, foundInDoubt(another));
    else if (item.state === 'missing') {
      // The record itself answered just now.
      await this.secondLook.take(context, item);
    } else if (item.state === 'present') await this.ledger.note(item.id, missing);
  }

  /** The same under a put-code that a database which was restored from a backup does not know. */
  private async another(
    { connection, clientId }: SyncContext,
    { section, selfId, content }: RecordItem,
    seen: SeenItems,
  ): Promise<PutCode | undefined> {
    const found = seen.of({ section, selfId, content: content ?? null }, clientId);
    if (found.length === 0) return undefined;
    const rows = await this.items.rowsOf([connection.id]);
    const known = new Set(rows.map((row) => row.putCode !== null && itemKey(row.section, row.putCode)));
    return found.find(({ putCode }) => !known.has(itemKey(section, putCode)))?.putCode;
  }
}

const JUDGED: ReadonlySet<RecordItem['state']> = new Set([
  'present',
  'missing',
  'removedByOwner',
  'notOurs',
  'withdrawn',
]);
