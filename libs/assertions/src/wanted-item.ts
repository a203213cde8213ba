import {
  type AffiliationKind,
  type ContentOf,
  type FuzzyDate,
  isAffiliationKind,
  isOver,
  isYetToCome,
  parseFuzzyDate,
  type Section,
} from '@ligature/orcid-model';
import type { AssertionRow, FeedRules } from '@ligature/persistence';
import { Temporal } from 'temporal-polyfill';

/** What should stand on a record, before identifiers of ours are added. */
export type WantedContent<S extends Section = Section> = S extends AffiliationKind
  ? Omit<ContentOf<S>, 'externalIds'>
  : ContentOf<S>;

/** Whether an end is stated, or concluded from a row that is no longer listed. */
export type EndedBy = 'statement' | 'absence' | null;

/** What should stand on the record for one assertion. Our own identifier is added when it is written. */
export interface WantedItem {
  readonly assertionId: string;
  readonly section: Section;
  readonly origin: Pick<AssertionRow, 'feed' | 'personKey' | 'rowKey'>;
  readonly content: WantedContent;
  readonly endedBy: EndedBy;
}

/**
 * What the institution asserts on a given day (in its own time zone): nothing before it begins, and the end of an
 * affiliation from the day after the last day (our choice: an end that may still be postponed is not published).
 */
export function wantedItem(row: AssertionRow, rules: FeedRules, today: Temporal.PlainDate): WantedItem | undefined {
  const start = date(row.starts);
  if (start !== undefined && isYetToCome(start, today)) return undefined;
  const { id: assertionId, section, feed, personKey, rowKey } = row;
  const end = endOf(row, rules);
  const isEnded = end !== undefined && isOver(end.date, today);
  return {
    assertionId,
    section,
    origin: { feed, personKey, rowKey },
    content: isAffiliationKind(section) ? withDates(row.content, start, isEnded ? end.date : undefined) : row.content,
    endedBy: isEnded ? end.by : null,
  };
}

function withDates(
  content: AssertionRow['content'],
  start: FuzzyDate | undefined,
  end: FuzzyDate | undefined,
): WantedContent {
  return { ...(content as WantedContent<AffiliationKind>), ...(start && { start }), ...(end && { end }) };
}

/** A row that vanished from the feed ended, where the institution says so, on the day before it was first missed. */
function endOf(
  { ends, absentSince }: AssertionRow,
  { absentMeans }: FeedRules,
): { readonly date: FuzzyDate; readonly by: 'statement' | 'absence' } | undefined {
  const stated = date(ends);
  if (stated !== undefined) return { date: stated, by: 'statement' };
  if (absentMeans === 'keep' || absentSince === null) return undefined;
  const { year, month, day } = Temporal.PlainDate.from(absentSince).subtract({ days: 1 });
  return { date: { year, month, day }, by: 'absence' };
}

function date(text: string | null): FuzzyDate | undefined {
  return text === null ? undefined : parseFuzzyDate(text);
}
