import { type WantedItem, WantedState } from '@ligature/assertions';
import { type Connection, RecordItemRepository, type ShownItem } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import {
  changeOf,
  isInTheWay,
  leavingView,
  type OverviewItem,
  type PendingChange,
  wantedView,
} from './overview-item.ts';
import { permitted } from './permitted.ts';
import { plan } from './plan.ts';

/** What a person may see of what is written on their record. */
@Injectable()
export class RecordOverview {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
  ) {}

  /** What is said today, then what still stands on the record and is no longer said. */
  async of(
    institution: Parameters<WantedState['of']>[0],
    connection: Pick<Connection, 'id' | 'personId' | 'scopes'>,
  ): Promise<OverviewItem[]> {
    const { items: wanted, yetToBegin } = await this.wantedState.ofPerson(institution, connection.personId);
    const allowed = permitted(wanted, connection.scopes);
    const shown = await this.items.shownOf(connection.id);
    const steps = plan(allowed, permitted(shown, connection.scopes));
    const stepOf = new Map(steps.map((step) => [step.itemId, step]));
    const itemOf = new Map(shown.map((item) => [item.assertionId, item]));
    const former = (await this.items.formerOf(connection.id)).filter(isInTheWay);
    const formerOf = new Map(former.map((item) => [item.assertionId, item]));
    const change = (item: ShownItem): PendingChange => changeOf(item, stepOf.get(item.id));
    const viewOf = (one: WantedItem): OverviewItem => {
      const { assertionId } = one;
      const found = { item: itemOf.get(assertionId), former: formerOf.get(assertionId) };
      return wantedView(one, found, allowed.includes(one), change);
    };
    return [
      ...wanted.map(viewOf),
      ...shown
        .filter((item) => stepOf.get(item.id)?.action === 'remove')
        .flatMap((item) => leavingView(item, yetToBegin, change)),
    ];
  }
}
