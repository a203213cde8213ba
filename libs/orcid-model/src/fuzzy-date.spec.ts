import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  formatFuzzyDate,
  InvalidFuzzyDateError,
  isInOrder,
  isOver,
  isYetToCome,
  parseFuzzyDate,
} from './fuzzy-date.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => day('1900-01-01').add({ days }))
  .filter((date) => date.year <= 2100);

describe('a fuzzy date', () => {
  it('stays as partial as it was written', () => {
    for (const text of ['2024', '2024-03', '2024-03-15']) expect(formatFuzzyDate(parseFuzzyDate(text))).toBe(text);
  });

  it('reads back every day of the calendar it printed', () => {
    fc.assert(
      fc.property(anyDay, (date) => expect(formatFuzzyDate(parseFuzzyDate(date.toString()))).toBe(date.toString())),
    );
  });

  it.each(['2023-02-29', '2024-13', '2024-00-10', '1899', '2101', '15.03.2024', '2024-3-1', '', '2024-03-15T00:00'])(
    'is refused with an example of what to write: %p',
    (text) => {
      expect(() => parseFuzzyDate(text)).toThrow(InvalidFuzzyDateError);
      expect(() => parseFuzzyDate(text)).toThrow('2024-03-15');
    },
  );

  it('is over only when every day it may mean has passed', () => {
    expect(isOver({ year: 2024 }, day('2024-12-31'))).toBe(false);
    expect(isOver({ year: 2024 }, day('2025-01-01'))).toBe(true);
    expect(isOver({ year: 2024, month: 2 }, day('2024-02-29'))).toBe(false);
    expect(isOver({ year: 2024, month: 2 }, day('2024-03-01'))).toBe(true);
    expect(isOver({ year: 2024, month: 2, day: 29 }, day('2024-02-29'))).toBe(false);
  });

  it('is yet to come while no day it may mean has been reached', () => {
    expect(isYetToCome({ year: 2025 }, day('2024-12-31'))).toBe(true);
    expect(isYetToCome({ year: 2025 }, day('2025-01-01'))).toBe(false);
  });

  it('is never both over and yet to come', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (date, today) => {
        const fuzzy = parseFuzzyDate(date.toString());
        expect(isOver(fuzzy, today) && isYetToCome(fuzzy, today)).toBe(false);
      }),
    );
  });

  it('is neither over nor yet to come as long as a more exact date within it is not', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (date, today) => {
        const { year, month, day: number } = date;
        const [inYear, inMonth, exact] = [{ year }, { year, month }, { year, month, day: number }];
        for (const says of [isOver, isYetToCome]) {
          expect(says(inYear, today) && !says(inMonth, today)).toBe(false);
          expect(says(inMonth, today) && !says(exact, today)).toBe(false);
        }
      }),
    );
  });

  it('is in order with itself, and with a later one, however much of either is known', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10), (one, other, cut, otherCut) => {
        const [first = one, last = other] = [one, other].sort(Temporal.PlainDate.compare);
        const part = (date: Temporal.PlainDate, length: number) => parseFuzzyDate(date.toString().slice(0, length));
        expect(isInOrder(part(first, cut), part(last, otherCut))).toBe(true);
      }),
    );
  });

  it('may begin and end in the same unknown month, and never end before it began', () => {
    expect(isInOrder({ year: 2024, month: 5 }, { year: 2024 })).toBe(true);
    expect(isInOrder({ year: 2024, month: 5, day: 2 }, { year: 2024, month: 5, day: 1 })).toBe(false);
  });
});
