import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { AbsentItems } from './absent-items.ts';
import { LeftItems } from './left-items.ts';
import { permitted } from './permitted.ts';
import { SecondLook } from './second-look.ts';
import { StepRunner } from './step-runner.ts';
import type { SyncContext } from './sync-context.ts';
import { unlessRefused } from './unless-refused.ts';

/** Removes one item of a former client with the old token, and learns from the answer what is gone. */
@Injectable()
export class FormerItemRemoval {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly runner: StepRunner,
    private readonly secondLook: SecondLook,
    private readonly absent: AbsentItems,
    private readonly left: LeftItems,
  ) {}

  /** A permission that was taken back reads nothing, but removes (orcid-api 4.3), and a removal too says what is gone. */
  async settle(former: SyncContext, item: ItemRow, current: SyncContext): Promise<void> {
    if (await this.left.hasMoved(current, item)) return;
    if (await unlessRefused(() => this.secondLook.take(former, item))) return;
    await this.remove(former, item, current);
    const { state } = await this.items.reread(item.id);
    if (state === 'missing') await this.absent.believe(former, item);
  }

  async remove({ connection }: SyncContext, item: ItemRow, current: SyncContext): Promise<void> {
    const { id: itemId, assertionId, section, putCode } = item;
    if (putCode === null) return;
    const step = { action: 'remove', itemId, assertionId, section, putCode } as const;
    const isCovered = permitted([item], connection.scopes).length > 0;
    const isTaken = isCovered && (await unlessRefused(() => this.runner.run(connection.id, [step])));
    if (!isTaken) await this.left.leave(current, item);
  }
}
