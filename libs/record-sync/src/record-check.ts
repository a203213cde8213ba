import { TokenProvider } from '@ligature/connections';
import {
  AccessRevokedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
  SectionCalls,
} from '@ligature/orcid-client';
import { isWrittenBy } from '@ligature/orcid-model';
import { type RecordItem, RecordItemRepository, type RecordState } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { foundAgain, type ItemChange, missing, notOurs } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordSyncConfig } from './record-sync.config.ts';
import { SecondLook } from './second-look.ts';
import { SeenItems } from './seen-items.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';

/** Asks ORCID whether a permission still stands, and sees in the same look which of our items are still there. */
@Injectable()
export class RecordCheck {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly items: RecordItemRepository,
    private readonly tokens: TokenProvider,
    private readonly sections: SectionCalls,
    private readonly secondLook: SecondLook,
    private readonly ledger: ItemLedger,
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * One call to ORCID, and one more for each item that was missing before. Our items are read before ORCID's list, so that
   * one that is written in between is never taken for removed.
   * @throws when ORCID is down or busy: the question is asked again later
   */
  async check(connectionId: string): Promise<void> {
    const context = await this.contexts.find(connectionId);
    if (context === undefined) return;
    const at = this.clock.now();
    const known = (await this.items.ofConnections([connectionId])).filter((item) => this.canBeJudged(item, at));
    try {
      const listed = await this.tokens.withAccessToken(connectionId, (access) => this.sections.itemsOf(access));
      const seen = new SeenItems(listed);
      for (const item of known) await this.judge(context, item, seen);
      await this.tokens.noteAccepted(connectionId);
    } catch (error) {
      const state = stateSaidBy(error);
      if (state !== undefined) await this.tokens.noteRecordState(connectionId, state);
      else if (!(error instanceof AccessRevokedError)) throw error;
    }
  }

  /** ORCID's lists may lag behind a write of ours. */
  private canBeJudged({ state, putCode, writtenAt }: RecordItem, at: Date): boolean {
    const wasJustWritten = writtenAt != null && at.getTime() - writtenAt.getTime() < this.config.removalQuietMs;
    return putCode != null && !wasJustWritten && JUDGED.has(state);
  }

  private async judge(context: SyncContext, item: RecordItem, seen: SeenItems): Promise<void> {
    if (item.putCode == null) return;
    const listed = seen.find(item.section, item.putCode);
    if (listed !== undefined) {
      const isOurs = isWrittenBy(listed.source, context.clientId);
      await this.note(item, isOurs ? foundAgain : notOurs);
    } else if (item.state !== 'missing') {
      if (item.state === 'present') await this.note(item, missing);
    } else {
      // The record itself answered just now.
      await this.secondLook.take(context, item);
    }
  }

  private note(item: RecordItem, change: ItemChange): Promise<void> {
    return this.ledger.note(item.id, change);
  }
}

const JUDGED: ReadonlySet<RecordItem['state']> = new Set(['present', 'missing', 'removedByOwner', 'notOurs']);

/** What ORCID's answer says of the record itself; nothing of the permission. */
function stateSaidBy(error: unknown): RecordState | undefined {
  if (error instanceof RecordDeactivatedError) return 'deactivated';
  if (error instanceof RecordDeprecatedError) return 'merged';
  return error instanceof RecordLockedError ? 'locked' : undefined;
}
