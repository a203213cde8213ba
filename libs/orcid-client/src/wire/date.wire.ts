import { formatFuzzyDate, type FuzzyDate, InvalidFuzzyDateError, parseFuzzyDate } from '@ligature/orcid-model';
import { isNothing, isObject, objectIn } from './json.ts';
import { text } from './text.wire.ts';
import { UnreadableError } from './unreadable.error.ts';
import { fault, type Wire } from './wire.ts';

const part = text();

/** A date of which the day, or the month too, may be unknown. ORCID wants two digits for months and days, as text. */
export const date: Wire<FuzzyDate> = {
  write: ({ year, month, day }) => ({
    year: digits(year),
    ...(month !== undefined && { month: digits(month) }),
    ...(day !== undefined && { day: digits(day) }),
  }),
  read: (json) => {
    if (isNothing(json)) return undefined;
    const { year, month, day } = objectIn(json);
    return fuzzy([year, month, day].map((digits) => part.read(digits)).map(Number));
  },
  nothing: () => {
    throw new UnreadableError('a date');
  },
  faults: (value: unknown) => {
    if (!isFuzzyDate(value)) return [fault('', 'must be a date such as {"year":2024,"month":3,"day":15}')];
    try {
      parseFuzzyDate(formatFuzzyDate(value));
      return [];
    } catch (error) {
      if (error instanceof InvalidFuzzyDateError) return [fault('', error.message)];
      throw error;
    }
  },
};

/** A day needs its month, and nothing else may stand beside them. */
function isFuzzyDate(value: unknown): value is FuzzyDate {
  if (!isObject(value)) return false;
  const { year, month, day, ...others } = value;
  const isWhole = [year, month, day].every((part) => part === undefined || Number.isInteger(part));
  const isGapless = year !== undefined && (day === undefined || month !== undefined);
  return isWhole && isGapless && Object.keys(others).length === 0;
}

function digits(number: number): object {
  return { value: String(number).padStart(2, '0') };
}

/** A month or day that is no number, or stands without what is before it, is unknown. */
function fuzzy([year = NaN, month = NaN, day = NaN]: readonly number[]): FuzzyDate | undefined {
  if (!Number.isInteger(year)) return undefined;
  if (!Number.isInteger(month)) return { year };
  return Number.isInteger(day) ? { year, month, day } : { year, month };
}
