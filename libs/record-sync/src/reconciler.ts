import { TokenProvider } from '@ligature/connections';
import { OrcidClientConfig, SectionCalls } from '@ligature/orcid-client';
import type { PutCode } from '@ligature/orcid-model';
import { RecordItemRepository, type WriteAction, type WriteIntent } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import type { SyncContext } from './sync-context.ts';
import { SeenItems } from './seen-items.ts';
import {
  foundAsMeant,
  foundInDoubt,
  nothingHappened,
  removedByOwner,
  type ItemChange,
  withdrawn,
} from './item-changes.ts';
import { TooSoonError } from './too-soon.error.ts';

const KIND = 'employment';

/** Finds out what became of writes whose answer was lost, by looking at the record for our own identifiers. */
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
   * Settles every open intent of a record; costs nothing when there is none.
   * @throws TooSoonError when a write may still be under way
   */
  async reconcile(context: SyncContext): Promise<void> {
    const open = await this.items.openIntents(context.connection.id);
    if (open.length === 0) return;
    const seen = await this.look(context);
    for (const intent of open) await this.complete(context, intent, seen.of(intent.itemId));
  }

  private async look({ connection, institution }: SyncContext): Promise<SeenItems> {
    const seen = await this.tokens.withAccessToken(connection.id, (access) => this.sections.itemsIn(access, KIND));
    return new SeenItems(seen, institution.orcidClientId);
  }

  private async complete(context: SyncContext, intent: WriteIntent, [kept, ...surplus]: PutCode[]): Promise<void> {
    if (kept === undefined && intent.action === 'create' && this.mayBeUnderWay(intent)) throw new TooSoonError();
    await this.removeSurplus(context, surplus);
    await this.ledger.complete(intent.itemId, intent.attempt, changeFor(intent, kept));
  }

  /** As long as one call can take. */
  private mayBeUnderWay({ begunAt }: WriteIntent): boolean {
    return this.clock.now().getTime() - begunAt.getTime() < this.config.deadlineMs;
  }

  /** Two of one item: a lost answer and a second try. The oldest is kept. */
  private async removeSurplus({ connection }: SyncContext, surplus: readonly PutCode[]): Promise<void> {
    for (const putCode of surplus) {
      await this.tokens.withAccessToken(connection.id, (access) => this.sections.remove(access, KIND, putCode));
    }
  }
}

/** A creation that is found holds what we meant; of a change nobody knows whether it came before or after the loss. */
function changeFor({ action, content, contentHash }: WriteIntent, putCode: PutCode | undefined): ItemChange {
  if (putCode === undefined) return NOT_THERE[action];
  if (action !== 'create' || content == null || contentHash == null) return foundInDoubt(putCode);
  return foundAsMeant(putCode, content, contentHash);
}

const NOT_THERE: Readonly<Record<WriteAction, ItemChange>> = {
  create: nothingHappened,
  update: removedByOwner,
  remove: withdrawn,
};
