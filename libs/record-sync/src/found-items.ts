import { type ContentOf, sameContent, type Section, SECTIONS } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { foundAsMeant, foundInDoubt, standsUnderFormer } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import type { Creation } from './plan.ts';
import { SurplusItems } from './surplus-items.ts';
import type { Match } from './unclaimed-items.ts';

/** What becomes of items that were found on a record instead of being created. */
@Injectable()
export class FoundItems {
  constructor(
    private readonly ledger: ItemLedger,
    private readonly surplus: SurplusItems,
  ) {}

  /** It is the row's from now on; where a list shows that it is as wanted, it need not be written. */
  async adopt(connectionId: string, creation: Creation, { kept, copies }: Match): Promise<void> {
    const { itemId, hash, item } = creation;
    await this.surplus.remove(connectionId, item.section, copies);
    const isAsWanted =
      SECTIONS[item.section].listHas === 'full-content' &&
      sameContent<Section>(item.section, kept.content as ContentOf, item.content);
    await this.ledger.note(
      itemId,
      isAsWanted ? foundAsMeant(kept.putCode, item.content, hash) : foundInDoubt(kept.putCode),
    );
  }

  /** A former client of the institution has it standing there: it is not written twice. */
  leave({ itemId }: Creation, { kept }: Match): Promise<void> {
    return this.ledger.note(itemId, standsUnderFormer(kept.putCode));
  }
}
