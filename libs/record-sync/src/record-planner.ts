import { WantedState, type WantedItem } from '@ligature/assertions';
import { RecordItem, RecordItemRepository } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { plan, type WriteStep } from './plan.ts';
import type { SyncContext } from './sync-context.ts';

/** Plans one record from what is wanted and what is stored now. */
@Injectable()
export class RecordPlanner {
  constructor(
    private readonly em: EntityManager,
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
  ) {}

  async steps(context: SyncContext): Promise<WriteStep[]> {
    const wanted = await this.wantedOf(context);
    const stored = await this.withItemsFor(wanted, context);
    return plan(wanted, stored);
  }

  private async wantedOf({ institution, person }: SyncContext): Promise<WantedItem[]> {
    const { staffId } = person;
    if (staffId == null) return [];
    return (await this.wantedState.of(institution, [staffId])).get(staffId) ?? [];
  }

  /** Every wanted item gets its row, and with it its own identifier, before anything is written. */
  private async withItemsFor(wanted: readonly WantedItem[], { connection }: SyncContext): Promise<RecordItem[]> {
    return this.em.transactional(async () => {
      const stored = await this.items.ofConnections([connection.id]);
      const known = new Set(stored.map((item) => item.appointmentId));
      const { id: connectionId, institutionId } = connection;
      const added = wanted
        .filter(({ appointmentId }) => !known.has(appointmentId))
        .map(
          ({ appointmentId, affiliation: { kind } }) =>
            new RecordItem({ institutionId, connectionId, appointmentId, kind }),
        );
      for (const item of added) this.items.add(item);
      return [...stored, ...added];
    });
  }
}
