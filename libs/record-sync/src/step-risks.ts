import type { WantedRecord } from '@ligature/assertions';
import { type Institution, RecordItemRepository, type RiskyStep } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { WriteStep } from './plan.ts';
import { RecordSyncConfig } from './record-sync.config.ts';
import { riskOf } from './step-risk.ts';

/** Which steps take something away from records. */
@Injectable()
export class StepRisks {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  /** Contents are read for changes only, in one query. */
  async of(
    { timeZone }: Pick<Institution, 'timeZone'>,
    steps: readonly WriteStep[],
    { items, yetToBegin }: WantedRecord,
  ): Promise<RiskyStep[]> {
    const today = this.clock.today(timeZone);
    const changed = steps.filter(({ action }) => action === 'update').map(({ itemId }) => itemId);
    const before = changed.length === 0 ? new Map<string, null>() : await this.items.contentsOf(changed);
    const endedBy = new Map(items.map((item) => [item.assertionId, item.endedBy]));
    const { holdEndsOlderThanDays: endsOlderThanDays } = this.config;
    return steps.flatMap((step) => {
      const { itemId, assertionId, action } = step;
      const risk = riskOf(step, {
        before: before.get(itemId) ?? null,
        endedBy: endedBy.get(assertionId) ?? null,
        isYetToBegin: yetToBegin.has(assertionId),
        today,
        endsOlderThanDays,
      });
      if (risk === undefined) return [];
      return [{ itemId, action, risk, contentHash: step.action === 'remove' ? null : step.hash }];
    });
  }
}
