import { TokenProvider } from '@ligature/connections';
import { ItemGoneError, SectionCalls } from '@ligature/orcid-client';
import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { foundAgain, type ItemChange, withdrawn } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordSyncConfig } from './record-sync.config.ts';

/** Looks for a missing item at its own address: only that can prove that it is gone (404/9016). */
@Injectable()
export class SecondLook {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly tokens: TokenProvider,
    private readonly sections: SectionCalls,
    private readonly ledger: ItemLedger,
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  /** Nothing is looked at before its time. @param whenGone what is concluded when the item is not there */
  async take(
    item: Pick<ItemRow, 'id' | 'connectionId' | 'section' | 'putCode'>,
    whenGone: ItemChange = withdrawn,
  ): Promise<void> {
    const { id, connectionId, section, putCode } = item;
    if (putCode === null || !(await this.isDue(id))) return;
    try {
      await this.tokens.withAccessToken(connectionId, (access) => this.sections.read(access, section, putCode));
      await this.ledger.note(id, foundAgain);
    } catch (error) {
      if (!(error instanceof ItemGoneError)) throw error;
      await this.ledger.note(id, whenGone);
    }
  }

  private async isDue(itemId: string): Promise<boolean> {
    const { missingSince } = await this.items.reread(itemId);
    return missingSince != null && this.clock.now().getTime() - missingSince.getTime() >= this.config.secondLookMs;
  }
}
