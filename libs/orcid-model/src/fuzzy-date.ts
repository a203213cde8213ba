import { Temporal } from 'temporal-polyfill';

/** A calendar date of which only the year, or the year and month, may be known. Never an instant. */
export type FuzzyDate =
  | { readonly year: number; readonly month?: undefined; readonly day?: undefined }
  | { readonly year: number; readonly month: number; readonly day?: undefined }
  | { readonly year: number; readonly month: number; readonly day: number };

export class InvalidFuzzyDateError extends Error {
  readonly code = 'invalid-fuzzy-date';

  constructor(text: string) {
    super(
      `"${text}" is not a date. Write a year, a year and month, or a full date: 2024, 2024-03 or 2024-03-15 (years 1900 to 2100).`,
    );
    this.name = InvalidFuzzyDateError.name;
  }
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `2024`, `2024-03` or `2024-03-15`. The span of years is ORCID's (common-3.0.xsd, year).
 * @throws InvalidFuzzyDateError for any other text and for days that do not exist, such as 2023-02-29
 */
export function parseFuzzyDate(text: string): FuzzyDate {
  const [, y, m, d] = SHAPE.exec(text) ?? [];
  const year = Number(y);
  const date =
    m === undefined
      ? { year }
      : d === undefined
        ? { year, month: Number(m) }
        : { year, month: Number(m), day: Number(d) };
  if (y === undefined || year < 1900 || year > 2100 || !exists(date)) throw new InvalidFuzzyDateError(text);
  return date;
}

export function formatFuzzyDate(date: FuzzyDate): string {
  const parts = [String(date.year).padStart(4, '0'), date.month, date.day];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The last day the date may mean: 2024 → 2024-12-31, 2024-02 → 2024-02-29. */
function lastDay(date: FuzzyDate): Temporal.PlainDate {
  const { year, month = 12 } = date;
  return Temporal.PlainDate.from({ year, month, day: date.day ?? 31 }, { overflow: 'constrain' });
}

/** The first day the date may mean: 2024 → 2024-01-01. */
function firstDay({ year, month = 1, day = 1 }: FuzzyDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

/** Whether all of the date lies before `today`: a job that ends today is still held today. */
export function isOver(date: FuzzyDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(lastDay(date), today) < 0;
}

/** Whether any of the date lies after `today`: a job starting in the current month has not surely begun, but may have. */
export function isYetToCome(date: FuzzyDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(firstDay(date), today) > 0;
}

/** Whether a job may end on `end` having begun on `start`; only what both dates know is compared, as ORCID does (error 9055). */
export function isInOrder(start: FuzzyDate, end: FuzzyDate): boolean {
  return Temporal.PlainDate.compare(firstDay(start), lastDay(end)) <= 0;
}

function exists({ year, month = 1, day = 1 }: FuzzyDate): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
