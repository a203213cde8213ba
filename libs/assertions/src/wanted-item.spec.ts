import { anAppointment, anInstitution } from '@ligature/persistence/testing';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { wantedItem } from './wanted-item.ts';

const institution = anInstitution();
const keep = institution.feed;
const ended = { ...keep, absentMeans: 'ended' } as const;
const day = (text: string) => Temporal.PlainDate.from(text);
const wanted = (given: Parameters<typeof anAppointment>[1], today: string, rules: typeof keep = keep) =>
  wantedItem(anAppointment(institution, given), rules, day(today))?.affiliation;

describe('what an institution wants on a record', () => {
  it('is nothing before the job begins', () => {
    expect(wanted({ startDate: '2026-10-01' }, '2026-09-30')).toBeUndefined();
    expect(wanted({ startDate: '2026-10-01' }, '2026-10-01')).toMatchObject({
      start: { year: 2026, month: 10, day: 1 },
    });
  });

  it('has an end from the day after the last day, also on 29 February', () => {
    expect(wanted({ endDate: '2024-02-29' }, '2024-02-29')).not.toHaveProperty('end');
    expect(wanted({ endDate: '2024-02-29' }, '2024-03-01')).toMatchObject({ end: { year: 2024, month: 2, day: 29 } });
    expect(wanted({ endDate: '2024' }, '2024-12-31')).not.toHaveProperty('end');
    expect(wanted({ endDate: '2024' }, '2025-01-01')).toMatchObject({ end: { year: 2024 } });
  });

  it('loses its end again when HR corrects it', () => {
    expect(wanted({ endDate: null }, '2026-01-01')).not.toHaveProperty('end');
  });

  it('ends a job that vanished from the export only where the institution says that this is what it means', () => {
    const vanished = { absentSince: '2026-03-01' } as object;
    const appointment = Object.assign(anAppointment(institution), vanished);
    expect(wantedItem(appointment, keep, day('2026-03-05'))?.affiliation).not.toHaveProperty('end');
    expect(wantedItem(appointment, ended, day('2026-03-05'))?.affiliation).toMatchObject({
      end: { year: 2026, month: 2, day: 28 },
    });
  });

  it('never ends on a day that has not passed', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((days) => day('2020-01-01').add({ days }).toString());
    fc.assert(
      fc.property(days, days, (endDate, today) => {
        const hasEnd = wanted({ startDate: null, endDate }, today)?.end !== undefined;
        expect(hasEnd).toBe(endDate < today);
      }),
    );
  });
});
