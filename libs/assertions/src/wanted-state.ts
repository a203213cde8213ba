import { type ContentOf, isPersonSection, isSameItem, parseFuzzyDate, type Section } from '@ligature/orcid-model';
import { AssertionRepository, type AssertionRow, type FeedRules, type Institution } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { statedSections } from './stated-sections.ts';
import { wantedItem, type WantedItem } from './wanted-item.ts';

/** What should stand on one record today. */
export interface WantedRecord {
  readonly items: readonly WantedItem[];
  /** Assertions that stand and begin later: nothing of them is wanted yet. */
  readonly yetToBegin: ReadonlySet<string>;
}

/** What would be written of a person today, and what later, each as it will begin. */
export interface ForeseenRecord {
  readonly today: readonly WantedItem[];
  readonly later: readonly WantedItem[];
}

/** What the institution wants to stand on people's records today. */
@Injectable()
export class WantedState {
  constructor(
    private readonly assertions: AssertionRepository,
    private readonly clock: Clock,
  ) {}

  /** What is wanted of each person, in one query; of a person without assertions nothing. */
  async of(
    institution: Pick<Institution, 'id' | 'timeZone' | 'feed'>,
    personIds: readonly string[],
  ): Promise<Map<string, WantedRecord>> {
    const today = this.clock.today(institution.timeZone);
    const rows = Map.groupBy(await this.assertions.ofPeople(personIds), ({ personId }) => personId);
    return new Map(
      personIds.map((personId) => [personId, wantedRecord(rows.get(personId) ?? [], institution.feed, today)]),
    );
  }

  async ofPerson(institution: Parameters<WantedState['of']>[0], personId: string): Promise<WantedRecord> {
    const wanted = await this.of(institution, [personId]);
    return wanted.get(personId) ?? { items: [], yetToBegin: new Set() };
  }

  /** What is wanted of a person today, and what begins later, the soonest first: to be shown before anything is written. */
  async foreseenOf({ timeZone, feed }: Parameters<WantedState['of']>[0], personId: string): Promise<ForeseenRecord> {
    const rows = await this.assertions.ofPeople([personId]);
    const { items, yetToBegin } = wantedRecord(rows, feed, this.clock.today(timeZone));
    const later = rows
      .filter(({ id }) => yetToBegin.has(id))
      .flatMap((row) => wantedItem(row, feed, firstDayOf(row)) ?? []);
    return { today: items, later };
  }
}

function wantedRecord(known: readonly AssertionRow[], rules: FeedRules, today: Temporal.PlainDate): WantedRecord {
  // People are told of these sections, and asked for them, before they connect: nothing else is written.
  const stated = new Set(statedSections(rules));
  const rows = known.filter(({ section }) => stated.has(section));
  const items = rows.flatMap((row) => wantedItem(row, rules, today) ?? []);
  const wanted = new Set(items.map(({ assertionId }) => assertionId));
  const yetToBegin = new Set(rows.map(({ id }) => id).filter((id) => !wanted.has(id)));
  return { items: items.filter((item, at) => !isStatedBefore(item, at, items)), yetToBegin };
}

/** Items of a person carry no identifier of ours: what two rows state, such as one keyword, ORCID takes once (409/9030). */
function isStatedBefore({ section, content }: WantedItem, at: number, items: readonly WantedItem[]): boolean {
  if (!isPersonSection(section)) return false;
  const isSame = (other: WantedItem): boolean =>
    other.section === section && isSameItem<Section>(section, other.content as ContentOf, content as ContentOf);
  return items.findIndex(isSame) < at;
}

/** The first day that a date may mean: what begins then is wanted from then on. Only what begins later has to have a date. */
function firstDayOf({ starts }: AssertionRow): Temporal.PlainDate {
  const { year, month = 1, day = 1 } = parseFuzzyDate(starts ?? '');
  return Temporal.PlainDate.from({ year, month, day });
}
