import { TokenProvider } from '@ligature/connections';
import { OrcidClientConfig, SectionCalls } from '@ligature/orcid-client';
import { type ListedItem, type PutCode, type Section } from '@ligature/orcid-model';
import { type RecordItem, RecordItemRepository, type WriteAction, type WriteIntent } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { foundAsMeant, foundInDoubt, type ItemChange, missing, nothingHappened, withdrawn } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { SeenItems } from './seen-items.ts';
import type { SyncContext } from './sync-context.ts';
import { TooSoonError } from './too-soon.error.ts';

interface OpenWrite {
  readonly intent: WriteIntent;
  readonly item: RecordItem;
}

/** Finds out what became of writes whose answer was lost, by looking at the record for our own items. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly ledger: ItemLedger,
    private readonly tokens: TokenProvider,
    private readonly sections: SectionCalls,
    private readonly config: OrcidClientConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Completes every open intent of a record; costs nothing when there is none.
   * @throws TooSoonError when a write may still be under way
   */
  async reconcile(context: SyncContext): Promise<void> {
    const open = await this.openWrites(context);
    if (open.length === 0) return;
    const seen = new SeenItems(await this.look(context, new Set(open.map(({ item }) => item.section))));
    for (const write of open) {
      const held = await this.heldByOthers(context, write);
      const found = putCodesOf(write, seen, context.clientId).filter((putCode) => !held.has(putCode));
      await this.complete(context, write, found);
    }
  }

  private async openWrites({ connection }: SyncContext): Promise<OpenWrite[]> {
    const intents = await this.items.openIntents(connection.id);
    return Promise.all(intents.map(async (intent) => ({ intent, item: await this.items.reread(intent.itemId) })));
  }

  /** Put-codes of other items: two that say the same are still two. */
  private async heldByOthers({ connection }: SyncContext, { item }: OpenWrite): Promise<ReadonlySet<string>> {
    const others = (await this.items.rowsOf([connection.id])).filter(({ id }) => id !== item.id);
    return new Set(others.flatMap(({ section, putCode }) => (section === item.section && putCode ? [putCode] : [])));
  }

  /** One section where one is enough, else the whole record: one call either way. */
  private look({ connection }: SyncContext, sections: ReadonlySet<Section>): Promise<ListedItem[]> {
    const [section, ...others] = sections;
    return this.tokens.withAccessToken(connection.id, (access) =>
      section !== undefined && others.length === 0
        ? this.sections.itemsIn(access, section)
        : this.sections.itemsOf(access),
    );
  }

  private async complete(context: SyncContext, write: OpenWrite, [kept, ...surplus]: PutCode[]): Promise<void> {
    const { intent, item } = write;
    if (!IS_DONE[intent.action](kept) && this.mayBeUnderWay(intent)) throw new TooSoonError();
    await this.removeSurplus(context, item.section, surplus);
    await this.ledger.complete(intent.itemId, intent.attempt, changeFor(intent, kept));
  }

  /** As long as one call can take. */
  private mayBeUnderWay({ begunAt }: WriteIntent): boolean {
    return this.clock.now().getTime() - begunAt.getTime() < this.config.deadlineMs;
  }

  /** Two of one item: a lost answer and a second try. The oldest is kept. */
  private async removeSurplus(
    { connection }: SyncContext,
    section: Section,
    surplus: readonly PutCode[],
  ): Promise<void> {
    for (const putCode of surplus) {
      await this.tokens.withAccessToken(connection.id, (access) => this.sections.remove(access, section, putCode));
    }
  }
}

/**
 * Whether what is seen proves that a write was done. As long as it may be done later, nothing else may be sent: it would be
 * undone by it. A list does not show what an update did.
 */
const IS_DONE: Readonly<Record<WriteAction, (found: PutCode | undefined) => boolean>> = {
  create: (found) => found !== undefined,
  update: () => false,
  remove: (found) => found === undefined,
};

/** A change keeps its put-code, so it is looked for by that; a creation by what we know it by. */
function putCodesOf({ intent, item }: OpenWrite, seen: SeenItems, clientId: string): PutCode[] {
  const { section, selfId, putCode } = item;
  if (intent.action !== 'create' && putCode != null) return seen.find(section, putCode) === undefined ? [] : [putCode];
  return seen.of({ section, selfId, content: intent.content ?? null }, clientId);
}

/** A creation that is found holds what we meant; of a change nobody knows whether it came before or after the loss. */
function changeFor({ action, content, contentHash }: WriteIntent, putCode: PutCode | undefined): ItemChange {
  if (putCode === undefined) return NOT_THERE[action];
  if (action !== 'create' || content == null || contentHash == null) return foundInDoubt(putCode);
  return foundAsMeant(putCode, content, contentHash);
}

const NOT_THERE: Readonly<Record<WriteAction, ItemChange>> = {
  create: nothingHappened,
  update: missing,
  remove: withdrawn,
};
