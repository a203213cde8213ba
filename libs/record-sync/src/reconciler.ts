import { type ContentOf, type ListedItem, sameContent, type Section, SECTIONS } from '@ligature/orcid-model';
import type { WriteAction } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import {
  foundAsMeant,
  foundInDoubt,
  type ItemChange,
  missing,
  nothingHappened,
  unlisted,
  withdrawn,
} from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { type OpenWrite, OpenWrites } from './open-writes.ts';
import { RecordReader } from './record-reader.ts';
import type { SeenItems } from './seen-items.ts';
import { SurplusItems } from './surplus-items.ts';
import type { SyncContext } from './sync-context.ts';
import { TooSoonError } from './too-soon.error.ts';

/** Finds out what became of writes whose answer was lost, by looking at the record for our own items. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly writes: OpenWrites,
    private readonly reader: RecordReader,
    private readonly surplus: SurplusItems,
    private readonly ledger: ItemLedger,
  ) {}

  /**
   * Completes every open intent of a record; costs nothing when there is none.
   * @throws TooSoonError when a write may still be under way
   */
  async reconcile(context: SyncContext): Promise<void> {
    const { id: connectionId } = context.connection;
    const open = await this.writes.of(connectionId);
    if (open.length === 0) return;
    const seen = await this.reader.itemsIn(connectionId, new Set(open.map(({ item }) => item.section)));
    for (const write of open) {
      const held = await this.writes.heldByOthers(write);
      const found = itemsOf(write, seen, context.clientId).filter(({ putCode }) => !held.has(putCode));
      await this.complete(context, write, found);
    }
  }

  /** Of two the oldest is kept. */
  private async complete(context: SyncContext, write: OpenWrite, [kept, ...surplus]: ListedItem[]): Promise<void> {
    const { intent, item } = write;
    if (!IS_DONE[intent.action](kept) && this.writes.mayBeUnderWay(write)) throw new TooSoonError();
    if (kept === undefined && intent.action !== 'update' && !this.writes.isProvedAbsent(write))
      return this.ledger.note(intent.itemId, unlisted(intent.begunAt));
    const copies = surplus.map(({ putCode }) => putCode);
    await this.surplus.remove(context.connection.id, item.section, copies);
    await this.ledger.complete(intent.itemId, intent.attempt, this.changeFor(write, kept));
  }

  /** A creation that is found holds what we meant; of a change nobody knows whether it came before or after the loss. */
  private changeFor(write: OpenWrite, kept: ListedItem | undefined): ItemChange {
    const { action, content, contentHash } = write.intent;
    if (kept === undefined) return NOT_THERE[action];
    const isAsMeant = action === 'create' && !this.writes.wasChangedLater(write, kept) && says(kept, content);
    if (!isAsMeant || content == null || contentHash == null) return foundInDoubt(kept.putCode);
    return foundAsMeant(kept.putCode, content, contentHash);
  }
}

/**
 * Whether what is seen proves that a write was done. As long as it may be done later, nothing else may be sent: it would be
 * undone by it. A list does not show what an update did.
 */
const IS_DONE: Readonly<Record<WriteAction, (found: ListedItem | undefined) => boolean>> = {
  create: (found) => found !== undefined,
  update: () => false,
  remove: (found) => found === undefined,
};

/** A change keeps its put-code, so it is looked for by that; a creation by what we know it by. */
function itemsOf({ intent, item }: OpenWrite, seen: SeenItems, clientId: string): ListedItem[] {
  const { section, selfId, putCode } = item;
  if (intent.action !== 'create' && putCode != null) return [seen.find(section, putCode)].filter(isListed);
  return seen.of({ section, selfId, content: intent.content ?? null }, clientId);
}

function isListed(item: ListedItem | undefined): item is ListedItem {
  return item !== undefined;
}

/** What is recognised by a part of its content may differ in the rest. */
function says({ section, content }: ListedItem, meant: ContentOf | null | undefined): boolean {
  if (SECTIONS[section].recognisedBy === 'self-id') return true;
  return meant != null && sameContent<Section>(section, meant, content as ContentOf);
}

const NOT_THERE: Readonly<Record<WriteAction, ItemChange>> = {
  create: nothingHappened,
  update: missing,
  remove: withdrawn,
};
