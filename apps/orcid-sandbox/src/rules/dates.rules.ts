import { OrcidError } from '../api/orcid-error.ts';
import { type FuzzyDate } from '../model/fuzzy-date.ts';

type Parts = readonly (string | undefined)[];

/** A day of the calendar, written with four, two and two digits (S: ActivityValidator.validateFuzzyDate). */
export function requireRealDate(date: FuzzyDate | undefined): void {
  if (date === undefined) return;
  const [year, month, day] = partsOf(date);
  const text = [year, month, day].filter((part) => part !== undefined).join('-');
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text) || !isInCalendar(Number(year), Number(month ?? 1), Number(day ?? 1))) {
    throw new OrcidError(9049, { params: { dateString: text } });
  }
}

/** Only the parts that both dates have are compared. */
export function requireOrder(start: FuzzyDate | undefined, end: FuzzyDate | undefined): void {
  if (start === undefined || end === undefined) return;
  const [first, last] = [partsOf(start), partsOf(end)];
  for (const index of [0, 1, 2]) {
    const [a, b] = [first[index], last[index]];
    if (a === undefined || b === undefined || Number(a) < Number(b)) return;
    if (Number(a) > Number(b)) throw new OrcidError(9055);
  }
}

export function requireStart(start: FuzzyDate | undefined, end: FuzzyDate | undefined): void {
  if (end !== undefined && start === undefined) throw new OrcidError(9050);
}

export function partsOf(date: FuzzyDate): Parts {
  return [date.year?.value, date.month?.value, date.day?.value];
}

function isInCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
