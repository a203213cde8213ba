import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { AbsentItems } from './absent-items.ts';
import { FormerLook } from './former-look.ts';
import { LeftItems, type WhatStands } from './left-items.ts';
import { permitted } from './permitted.ts';
import { SecondLook } from './second-look.ts';
import { StepRunner } from './step-runner.ts';
import type { SyncContext } from './sync-context.ts';
import { unlessRefused } from './unless-refused.ts';

/** Removes the items of a former client with the old token, and learns from the answers what is gone. */
@Injectable()
export class FormerItemRemoval {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly runner: StepRunner,
    private readonly secondLook: SecondLook,
    private readonly absent: AbsentItems,
    private readonly left: LeftItems,
    private readonly look: FormerLook,
  ) {}

  /** What stands there is removed, after a look at what does; what was missing before is looked for a second time. */
  async removeAll(former: SyncContext, rows: readonly ItemRow[], current: SyncContext): Promise<void> {
    const [gone, present] = [inState('missing', rows), inState('present', rows)];
    const standing = this.left.whatStands(current, [...gone, ...present]);
    for (const item of gone) await this.settle(former, item, standing);
    for (const item of await this.look.listed(former, present)) await this.remove(former, item, standing);
  }

  /** A permission that was taken back reads nothing, but removes (orcid-api 4.3), and a removal too says what is gone. */
  private async settle(former: SyncContext, item: ItemRow, current: WhatStands): Promise<void> {
    if (await this.left.hasMoved(current, item)) return;
    if (await unlessRefused(() => this.secondLook.take(former, item))) return;
    await this.remove(former, item, current);
    const { state } = await this.items.reread(item.id);
    if (state === 'missing') await this.absent.believe(former, item);
  }

  private async remove({ connection }: SyncContext, item: ItemRow, current: WhatStands): Promise<void> {
    const { id: itemId, assertionId, section, putCode } = item;
    if (putCode === null) return;
    const step = { action: 'remove', itemId, assertionId, section, putCode } as const;
    const isCovered = permitted([item], connection.scopes).length > 0;
    const isTaken = isCovered && (await unlessRefused(() => this.runner.run(connection.id, [step])));
    if (!isTaken) await this.left.leave(current, item);
  }
}

function inState(state: ItemRow['state'], rows: readonly ItemRow[]): ItemRow[] {
  return rows.filter((row) => row.state === state);
}
