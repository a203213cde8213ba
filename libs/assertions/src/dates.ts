import type { FeedRules } from '@ligature/persistence';
import { type FuzzyDate, InvalidFuzzyDateError, parseFuzzyDate } from '@ligature/orcid-model';
import { Temporal } from 'temporal-polyfill';

/** What a text is as a date of an export. */
export type DateOutcome =
  | { readonly kind: 'date'; readonly date: FuzzyDate }
  /** A day so far away that it means none. */
  | { readonly kind: 'endless' }
  /** A day only if days and months stand the other way round than the rules say. */
  | { readonly kind: 'other-order' }
  | {
      readonly kind: 'refused';
      readonly cause: string;
      readonly remedy: string;
      /** What may be right beside `remedy` where it is the end of a job. */
      readonly remedyOfEnd?: string;
    };

export type DateReader = (text: string) => DateOutcome;

/** Days by which HR systems say that a job has no end, unless `feed.noEnd` names others. */
export const NO_END: readonly string[] = ['9999-12-31', '2999-12-31'];

type Order = FeedRules['dates'];
type Refusal = Extract<DateOutcome, { readonly kind: 'refused' }>;

const EXAMPLES: Readonly<Record<Order, string>> = {
  iso: '2024-01-31',
  'day-first': '31.01.2024',
  'month-first': '01/31/2024',
  'excel-serial': '45322',
};

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const TIME_OF_DAY = /^(.*\d)[ T]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?([AP]M)? ?(Z|[+-]\d{2}:?\d{2})?$/i;
const MIDNIGHT = /^(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00(?:[.,]0+)?)? ?AM)$/i;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;

/** Reads dates as one export writes them. What can be read in one way only is read under any rule. */
export function dateReader({ dates, noEnd = NO_END }: Pick<FeedRules, 'dates' | 'noEnd'>): DateReader {
  return (text) => {
    const [, day = text, time, half, zone] = TIME_OF_DAY.exec(text) ?? [];
    if (zone !== undefined && !MIDNIGHT.test(`${time ?? ''}${half ?? ''}`)) return IN_A_ZONE;
    const read = isoOf(day, dates);
    if (typeof read !== 'string') return read;
    if (noEnd.includes(read)) return { kind: 'endless' };
    const date = fuzzyDate(read);
    return date === undefined ? (outOfYears(read) ?? unreadable(dates)) : { kind: 'date', date };
  };
}

/** A date as ORCID writes dates; undefined when it is none. */
export function fuzzyDate(text: string): FuzzyDate | undefined {
  try {
    return parseFuzzyDate(text);
  } catch (error) {
    if (error instanceof InvalidFuzzyDateError) return undefined;
    throw error;
  }
}

/** The text as ISO writes dates, whether or not there is such a day. */
function isoOf(text: string, dates: Order): string | Exclude<DateOutcome, { kind: 'date' | 'endless' }> {
  const yearFirst =
    /^(\d{4})(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) return iso(yearFirst[1], yearFirst[3], yearFirst[4]);
  const [, month, yearOfMonth] = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (yearOfMonth !== undefined) return iso(yearOfMonth, month);
  const [, first, second, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return inOrder(Number(first), Number(second), year, dates);
  const [, named, name = '', yearOfName] = /^(\d{1,2})[-. ]+([a-z]{3,9})[-., ]+(\d{4})$/i.exec(text) ?? [];
  if (yearOfName !== undefined) return iso(yearOfName, monthOf(name), named);
  if (/^\d{1,2}[-./ ](?:\d{1,2}|[a-z]{3,9})[-./ ]\d{2}$/i.test(text)) return SHORT_YEAR;
  const [, serial] = SERIAL.exec(text) ?? [];
  if (serial !== undefined) return dates === 'excel-serial' ? dayOfSerial(Number(serial)) : UNDECLARED_SERIAL;
  return unreadable(dates);
}

function inOrder(first: number, second: number, year: string, dates: Order): ReturnType<typeof isoOf> {
  if (dates !== 'day-first' && dates !== 'month-first') return UNDECLARED_ORDER;
  const [day, month] = dates === 'day-first' ? [first, second] : [second, first];
  if (month > 12 && month <= 31 && day <= 12) return { kind: 'other-order' };
  return iso(year, String(month), String(day));
}

function iso(year = '', month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

/** Empty where there is no month of that name. */
function monthOf(name: string): string {
  const at = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));
  return at === -1 ? '' : String(at + 1);
}

/** Excel counts from 1900 and takes that for a leap year; days before March 1900 are nobody's. */
function dayOfSerial(days: number): string {
  return Temporal.PlainDate.from('1899-12-30').add({ days }).toString();
}

const SHORT_YEAR = refused(
  'year of two digits',
  'has a year of two digits, which may be of either century: export years with four digits',
);
const IN_A_ZONE = refused(
  'time of day in a time zone',
  'has a time of day in a time zone, which may mean two days: export the day alone, such as 2024-01-31',
);
const UNDECLARED_SERIAL = refused(
  'date as a number',
  'is how Excel counts days: format the column as a date, or set "feed.dates" to "excel-serial"',
);
const UNDECLARED_ORDER = refused(
  'date in an order that is not declared',
  'does not say whether the day or the month comes first: set "feed.dates" to "day-first" or "month-first"',
);

/** A date whose year alone is the fault: another year would make it one. */
function outOfYears(date: string): Refusal | undefined {
  const [, year] = /^(\d{4})(?=-|$)/.exec(date) ?? [];
  if (year === undefined || fuzzyDate(date.replace(year, LEAP_YEAR)) === undefined) return undefined;
  const remedy = `has the year ${year}, and records take years from 1900 to 2100: correct the year`;
  const refusal = refused('year that no record takes', remedy);
  return year < LEAP_YEAR
    ? refusal
    : { ...refusal, remedyOfEnd: `${remedy}; if it says that there is no end, name the day in "feed.noEnd"` };
}

const LEAP_YEAR = '2000';

function unreadable(dates: Order): Refusal {
  return refused(
    'unreadable date',
    `must be a date as "feed.dates" says that this export writes them: ${EXAMPLES[dates]}, 2024-01 or 2024`,
  );
}

function refused(cause: string, remedy: string): Refusal {
  return { kind: 'refused', cause, remedy };
}
