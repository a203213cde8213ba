import { anAssertion, anInstitution, aPerson } from '@ligature/persistence/testing';
import type { AssertionRow } from '@ligature/persistence';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type WantedContent, wantedItem } from './wanted-item.ts';

const institution = anInstitution();
const keep = institution.feed;
const ended = { ...keep, absentMeans: 'ended' } as const;
const day = (text: string) => Temporal.PlainDate.from(text);
const person = aPerson(institution);
const row = (given: Partial<AssertionRow>): AssertionRow => {
  const { id, personId, section, feed, personKey, rowKey, content } = anAssertion(person);
  const dates = { starts: null, ends: null, absentSince: null };
  return { id, personId, section, feed, personKey, rowKey, content, ...dates, ...given };
};
const wanted = (given: Partial<AssertionRow>, today: string, rules: typeof keep = keep) =>
  wantedItem(row(given), rules, day(today))?.content as WantedContent<'employment'> | undefined;

describe('what an institution wants on a record', () => {
  it('is nothing before the job begins', () => {
    expect(wanted({ starts: '2026-10-01' }, '2026-09-30')).toBeUndefined();
    expect(wanted({ starts: '2026-10-01' }, '2026-10-01')).toMatchObject({
      start: { year: 2026, month: 10, day: 1 },
    });
  });

  it('has an end from the day after the last day, also on 29 February', () => {
    expect(wanted({ ends: '2024-02-29' }, '2024-02-29')).not.toHaveProperty('end');
    expect(wanted({ ends: '2024-02-29' }, '2024-03-01')).toMatchObject({ end: { year: 2024, month: 2, day: 29 } });
    expect(wanted({ ends: '2024' }, '2024-12-31')).not.toHaveProperty('end');
    expect(wanted({ ends: '2024' }, '2025-01-01')).toMatchObject({ end: { year: 2024 } });
  });

  it('loses its end again when HR corrects it', () => {
    expect(wanted({ ends: null }, '2026-01-01')).not.toHaveProperty('end');
  });

  it('ends a job that vanished from the export only where the institution says that this is what it means', () => {
    const vanished = { absentSince: '2026-03-01' };
    expect(wanted(vanished, '2026-03-05')).not.toHaveProperty('end');
    expect(wanted(vanished, '2026-03-05', ended)).toMatchObject({ end: { year: 2026, month: 2, day: 28 } });
  });

  it('never ends on a day that has not passed', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((days) => day('2020-01-01').add({ days }).toString());
    fc.assert(
      fc.property(days, days, (endDate, today) => {
        const hasEnd = wanted({ starts: null, ends: endDate }, today)?.end !== undefined;
        expect(hasEnd).toBe(endDate < today);
      }),
    );
  });
});
