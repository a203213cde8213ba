import { WantedState } from '@ligature/assertions';
import { TokenProvider } from '@ligature/connections';
import { ItemGoneError, SectionCalls } from '@ligature/orcid-client';
import type { PutCode, Section } from '@ligature/orcid-model';
import { RecordItemRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { foundAgain, removedByOwner, withdrawn } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordSyncConfig } from './record-sync.config.ts';
import type { SyncContext } from './sync-context.ts';

/** An item that was missing when it was last looked for. */
export interface MissingItem {
  readonly id: string;
  readonly assertionId: string;
  readonly section: Section;
  readonly putCode?: PutCode | null | undefined;
}

/** Looks for a missing item at its own address: only that can prove that it is gone (404/9016). */
@Injectable()
export class SecondLook {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly tokens: TokenProvider,
    private readonly sections: SectionCalls,
    private readonly wantedState: WantedState,
    private readonly ledger: ItemLedger,
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  /** Nothing is looked at before its time. */
  async take(context: SyncContext, item: MissingItem): Promise<void> {
    const { id, section, putCode } = item;
    if (putCode == null || !(await this.isDue(id))) return;
    const { id: connectionId } = context.connection;
    try {
      await this.tokens.withAccessToken(connectionId, (access) => this.sections.read(access, section, putCode));
      await this.ledger.note(id, foundAgain);
    } catch (error) {
      if (!(error instanceof ItemGoneError)) throw error;
      await this.believe(context, item);
    }
  }

  /** It is gone: by its owner, unless nobody asserts it any more, for then we meant to remove it. */
  async believe({ institution, connection }: SyncContext, { id, assertionId }: MissingItem): Promise<void> {
    const { items } = await this.wantedState.ofPerson(institution, connection.personId);
    const isWanted = items.some((wanted) => wanted.assertionId === assertionId);
    await this.ledger.note(id, isWanted ? removedByOwner : withdrawn);
  }

  private async isDue(itemId: string): Promise<boolean> {
    const { missingSince } = await this.items.reread(itemId);
    return missingSince != null && this.clock.now().getTime() - missingSince.getTime() >= this.config.secondLookMs;
  }
}
