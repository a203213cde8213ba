import { type FeedRules } from '@ligature/persistence';
import { type FuzzyDate, InvalidFuzzyDateError, parseFuzzyDate } from '@ligature/orcid-model';

/** Reads a date as one export writes dates; undefined when it is none. */
export type DateReader = (text: string) => FuzzyDate | undefined;

/** Years, and years with months, are written alike everywhere; full days are not. */
const TO_ISO: Readonly<Record<FeedRules['dates'], (text: string) => string>> = {
  iso: (text) => text,
  'day-first': (text) =>
    text.replace(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, (_, day: string, month: string, year: string) =>
      iso(year, month, day),
    ),
  'month-first': (text) =>
    text.replace(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, (_, month: string, day: string, year: string) =>
      iso(year, month, day),
    ),
};

export function dateReader(dates: FeedRules['dates']): DateReader {
  return (text) => {
    try {
      return parseFuzzyDate(TO_ISO[dates](text));
    } catch (error) {
      if (error instanceof InvalidFuzzyDateError) return undefined;
      throw error;
    }
  };
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
