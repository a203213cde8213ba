import { formatFuzzyDate } from '@ligature/orcid-model';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateReader } from './dates.ts';

type Order = 'iso' | 'day-first' | 'month-first' | 'excel-serial';

const ORDERS: readonly Order[] = ['iso', 'day-first', 'month-first', 'excel-serial'];
const read = (text: string, dates: Order = 'day-first', noEnd?: string[]) => {
  const outcome = dateReader({ dates, noEnd })(text);
  if (outcome.kind === 'date') return formatFuzzyDate(outcome.date);
  return outcome.kind === 'refused' ? outcome.remedy : outcome.kind;
};

const CLEAR = [
  ['2024-03-15', '2024-03-15'],
  ['2024-3-5', '2024-03-05'],
  ['2024-03-15T00:00:00', '2024-03-15'],
  ['2024-03-15T00:00:00.000Z', '2024-03-15'],
  ['2024-03-15 00:00:00+01:00', '2024-03-15'],
  ['2024-03-15 17:45', '2024-03-15'],
  ['20240315', '2024-03-15'],
  ['2024/03/15', '2024-03-15'],
  ['2024.3.15', '2024-03-15'],
  ['15-MAR-2024', '2024-03-15'],
  ['5 march 2024', '2024-03-05'],
  ['1-Sept-2024', '2024-09-01'],
  ['2024', '2024'],
  ['2024-03', '2024-03'],
  ['2024/03', '2024-03'],
  ['03.2024', '2024-03'],
  ['3/2024', '2024-03'],
] as const;

describe('a date of an export', () => {
  it.each(ORDERS.flatMap((dates) => CLEAR.map(([text, date]) => [text, dates, date] as const)))(
    'that can be read in one way only is read in that way: %s under %s',
    (text, dates, date) => {
      expect(read(text, dates)).toBe(date);
    },
  );

  it.each([
    ['day-first', '05.03.2024', '2024-03-05'],
    ['day-first', '5/3/2024', '2024-03-05'],
    ['day-first', '05-03-2024 00:00:00', '2024-03-05'],
    ['month-first', '03/05/2024', '2024-03-05'],
    ['month-first', '3/5/2024 12:00:00 AM', '2024-03-05'],
    ['excel-serial', '45366', '2024-03-15'],
    ['excel-serial', '45366.75', '2024-03-15'],
    ['excel-serial', '36526', '2000-01-01'],
  ] as const)('is read under %s: %s', (dates, text, date) => {
    expect(read(text, dates)).toBe(date);
  });

  it.each([
    ['day-first', '12/31/2024', 'other-order'],
    ['day-first', '12/31/9999', 'other-order'],
    ['month-first', '31.12.2024', 'other-order'],
    ['month-first', '31.12.2024 00:00', 'other-order'],
  ] as const)('shows under %s that the other order is meant: %s', (dates, text, outcome) => {
    expect(read(text, dates)).toBe(outcome);
  });

  it.each([
    ['13.13.2024', 'must be a date as "feed.dates" says that this export writes them: 31.01.2024, 2024-01 or 2024'],
    ['31.02.2024', 'must be a date'],
    ['2024-02-30', 'must be a date'],
    ['01.10.1819', 'has the year 1819, and records take years from 1900 to 2100: correct the year'],
    ['29.02.2104', 'has the year 2104, and records take years from 1900 to 2100: correct the year'],
    ['2199', 'has the year 2199'],
    ['30.02.2199', 'must be a date'],
    ['0000-00-00', 'must be a date'],
    ['15-MRX-2024', 'must be a date'],
    ['soon', 'must be a date'],
    ['15.03.24', 'a year of two digits'],
    ['03/15/24', 'a year of two digits'],
    ['15-MAR-24', 'a year of two digits'],
    ['45366', 'format the column as a date, or set "feed.dates" to "excel-serial"'],
    ['2024-03-14T23:00:00Z', 'may mean two days'],
  ])('is refused with what to do: %s', (text, remedy) => {
    expect(read(text)).toContain(remedy);
  });

  it.each(['iso', 'excel-serial'] as const)(
    'with days and months in no declared order is refused under %s',
    (dates) => {
      expect(read('05.03.2024', dates)).toContain('set "feed.dates" to "day-first" or "month-first"');
    },
  );

  it('that only says that there is no end is none, and which ones do can be set', () => {
    for (const text of ['9999-12-31', '31.12.9999', '99991231', '31-DEC-9999', '31.12.2999 00:00']) {
      expect(read(text)).toBe('endless');
    }
    expect(read('31.12.2099')).toBe('2099-12-31');
    expect(read('31.12.2099', 'day-first', ['2099-12-31', '0000-00-00'])).toBe('endless');
    expect(read('00.00.0000', 'day-first', ['2099-12-31', '0000-00-00'])).toBe('endless');
    expect(read('31.12.9999', 'day-first', ['2099-12-31'])).toContain('has the year 9999');
  });

  it('is the day that was written, whichever it was', () => {
    const days = fc.integer({ min: 10_000, max: 70_000 });
    const forms = fc.constantFrom<(day: Temporal.PlainDate) => readonly [Order, string]>(
      (day) => ['iso', day.toString()],
      ({ year, month, day }) => ['day-first', `${day}.${month}.${year}`],
      ({ year, month, day }) => ['month-first', `${month}/${day}/${year}`],
      (day) => ['iso', day.toString().replaceAll('-', '')],
      (day) => ['day-first', `${day.toString()}T00:00:00`],
      ({ year, month, day }) => ['iso', `${day}-${NAMES[month - 1] ?? ''}-${year}`],
      (day) => ['excel-serial', String(day.since('1899-12-30').days)],
    );
    fc.assert(
      fc.property(days, forms, (days, form) => {
        const day = Temporal.PlainDate.from('1899-12-30').add({ days });
        const [dates, text] = form(day);
        expect(read(text, dates)).toBe(day.toString());
      }),
    );
  });
});

const NAMES = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
