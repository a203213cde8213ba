import type { PutCode, Section } from '@ligature/orcid-model';
import { RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { AbsenceTimes } from './absence-times.ts';
import { AbsentItems } from './absent-items.ts';
import { foundAgain } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordReader } from './record-reader.ts';
import type { SyncContext } from './sync-context.ts';

/** An item that was missing when it was last looked for. */
export interface MissingItem {
  readonly id: string;
  readonly assertionId: string;
  readonly section: Section;
  readonly putCode?: PutCode | null | undefined;
}

/** Looks for a missing item at its own address. */
@Injectable()
export class SecondLook {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly times: AbsenceTimes,
    private readonly reader: RecordReader,
    private readonly absent: AbsentItems,
    private readonly ledger: ItemLedger,
  ) {}

  /** Nothing is looked at before its time. */
  async take(context: SyncContext, item: MissingItem): Promise<void> {
    const { id, section, putCode } = item;
    if (putCode == null || !this.times.isSecondLookDue(await this.items.reread(id))) return;
    if (await this.reader.stands(context.connection.id, section, putCode)) await this.ledger.note(id, foundAgain);
    else await this.absent.believe(context, item);
  }
}
