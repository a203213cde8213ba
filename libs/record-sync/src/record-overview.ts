import { type ForeseenRecord, type WantedItem, WantedState } from '@ligature/assertions';
import { type Connection, type FormerItem, RecordItemRepository, type ShownItem } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import {
  isInTheWay,
  isNotThere,
  leavingView,
  leftView,
  newView,
  type OverviewItem,
  type Surroundings,
  wantedView,
} from './overview-item.ts';
import { permitted } from './permitted.ts';
import { plan } from './plan.ts';

/** Longer than a call to ORCID takes, unless a setting lets it (`ORCID_DEADLINE_MS`, one minute). */
const ANSWERED_WITHIN_MS = 2 * 60_000;

type InstitutionRules = Parameters<WantedState['of']>[0];
type Permission = Pick<Connection, 'id' | 'personId' | 'scopes'>;

/** What a person may see of what is written on their record. */
@Injectable()
export class RecordOverview {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
    private readonly clock: Clock,
  ) {}

  /** What would be written of a person, before they permit it: from what the institution states, in one query. */
  foreseen(institution: InstitutionRules, personId: string): Promise<ForeseenRecord> {
    return this.wantedState.foreseenOf(institution, personId);
  }

  /** What is said today, then what still stands on the record and is no longer said. */
  async of(institution: InstitutionRules, connection: Permission): Promise<OverviewItem[]> {
    const { items: wanted, yetToBegin } = await this.wantedState.ofPerson(institution, connection.personId);
    const shown = await this.items.shownOf(connection.id);
    const former = (await this.items.formerOf(connection.id)).filter(isInTheWay);
    const around = this.surroundings(connection, wanted, shown);
    const [itemOf, formerOf] = [byAssertion(shown), byAssertion(former)];
    const viewOf = (one: WantedItem): OverviewItem => {
      const [item, left] = [itemOf.get(one.assertionId), formerOf.get(one.assertionId)];
      if (item === undefined || (left !== undefined && isNotThere(item)))
        return newView(one, left, permitted([one], connection.scopes).length > 0);
      return wantedView(one, item, around(item));
    };
    const said = new Set(wanted.map(({ assertionId }) => assertionId));
    const isOver = ({ assertionId }: ShownItem | FormerItem): boolean => !said.has(assertionId);
    return [
      ...wanted.map(viewOf),
      ...shown.filter(isOver).flatMap((item) => leavingView(item, yetToBegin.has(item.assertionId), around(item))),
      ...former
        .filter((item) => isOver(item) && !itemOf.has(item.assertionId))
        .flatMap((item) => leftView(item, yetToBegin.has(item.assertionId))),
    ];
  }

  /** For each item: the step that is planned for it, and whether the permission covers it. */
  private surroundings(
    { scopes }: Permission,
    wanted: readonly WantedItem[],
    shown: readonly ShownItem[],
  ): (item: ShownItem) => Surroundings {
    const allowed = permitted(shown, scopes);
    const steps = new Map(plan(permitted(wanted, scopes), allowed).map((step) => [step.itemId, step]));
    const allowedIds = new Set(allowed.map(({ id }) => id));
    const answeredSince = new Date(this.clock.now().getTime() - ANSWERED_WITHIN_MS);
    return ({ id }) => ({ step: steps.get(id), isPermitted: allowedIds.has(id), answeredSince });
  }
}

function byAssertion<Item extends { readonly assertionId: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.assertionId, item]));
}
