import { WantedState } from '@ligature/assertions';
import type { Affiliation, PutCode } from '@ligature/orcid-model';
import { type Connection, type ItemState, RecordItemRepository, type Person } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { plan } from './plan.ts';

/** One thing the institution says of a person, and where it stands on their record. */
export interface OverviewItem {
  readonly affiliation: Omit<Affiliation, 'externalIds'>;
  readonly state: ItemState;
  /** Set while the item is on the record. */
  readonly putCode: PutCode | null;
  /** Whether something is still to be written. */
  readonly isPending: boolean;
  readonly writtenAt: Date | null;
  /** Why it is not on the record, in ORCID's words. */
  readonly problem: string | null;
}

/** What a person may see of what is written on their record. */
@Injectable()
export class RecordOverview {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
  ) {}

  async of(
    institution: Parameters<WantedState['of']>[0],
    person: Pick<Person, 'staffId'>,
    connection: Pick<Connection, 'id'>,
  ): Promise<OverviewItem[]> {
    const { staffId } = person;
    const wanted = staffId == null ? [] : ((await this.wantedState.of(institution, [staffId])).get(staffId) ?? []);
    const stored = await this.items.ofConnections([connection.id]);
    const pending = new Set(plan(wanted, stored).map((step) => step.itemId));
    const itemOf = new Map(stored.map((item) => [item.appointmentId, item]));
    return wanted.map(({ appointmentId, affiliation }) => {
      const item = itemOf.get(appointmentId);
      return {
        affiliation,
        state: item?.state ?? 'wanted',
        putCode: item?.putCode ?? null,
        isPending: item === undefined || pending.has(item.id),
        writtenAt: item?.writtenAt ?? null,
        problem: item?.problem?.message ?? null,
      };
    });
  }
}
