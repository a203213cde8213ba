import { type FeedRules } from '@ligature/persistence';
import { type FuzzyDate, InvalidFuzzyDateError, parseFuzzyDate } from '@ligature/orcid-model';

/** Reads dates as one export writes them. */
export interface DateReader {
  /** @returns undefined when it is none */
  readonly read: (text: string) => FuzzyDate | undefined;
  /** A day as it is written. */
  readonly example: string;
}

const EXAMPLES: Readonly<Record<FeedRules['dates'], string>> = {
  iso: '2024-01-31',
  'day-first': '31.01.2024',
  'month-first': '01/31/2024',
};

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
  return { read: (text) => readDate(TO_ISO[dates](text)), example: EXAMPLES[dates] };
}

function readDate(text: string): FuzzyDate | undefined {
  try {
    return parseFuzzyDate(text);
  } catch (error) {
    if (error instanceof InvalidFuzzyDateError) return undefined;
    throw error;
  }
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
