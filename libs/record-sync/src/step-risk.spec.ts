import { type ContentOf, type FuzzyDate, parsePutCode } from '@ligature/orcid-model';
import { anEmployment } from '@ligature/orcid-model/testing';
import { Temporal } from 'temporal-polyfill';
import type { WriteStep } from './plan.ts';
import { riskOf } from './step-risk.ts';

const NOW = { endedBy: 'statement', isYetToBegin: false, endsOlderThanDays: 60 } as const;
const today = Temporal.PlainDate.from('2026-03-01');
const job = (end?: FuzzyDate): ContentOf<'employment'> => anEmployment({ ...(end !== undefined && { end }) });
const riskOfEnd = (before: FuzzyDate | undefined, after: FuzzyDate) => {
  const item = { section: 'employment', content: job(after), selfId: 'x' };
  const step = { action: 'update', itemId: '1', assertionId: '1', putCode: parsePutCode('7'), item, hash: 'h' };
  return riskOf(step as unknown as WriteStep, { ...NOW, today, before: job(before) });
};

describe('the end of an item', () => {
  it.each<[string, FuzzyDate | undefined, FuzzyDate, string | undefined]>([
    ['is stated for today', undefined, { year: 2026, month: 2, day: 28 }, undefined],
    ['lies long ago', undefined, { year: 2024 }, 'ended-long-ago'],
    ['is moved back to long ago', { year: 2026, month: 2, day: 20 }, { year: 2001 }, 'ended-long-ago'],
    ['is moved back by some days', { year: 2026, month: 2, day: 20 }, { year: 2026, month: 2, day: 10 }, undefined],
    ['that lies long ago is told more exactly', { year: 2019 }, { year: 2019, month: 12, day: 31 }, undefined],
    ['that lies long ago is moved forward', { year: 2019, month: 3 }, { year: 2020, month: 5 }, undefined],
  ])('%s: %j to %j', (_, before, after, risk) => {
    expect(riskOfEnd(before, after)).toBe(risk);
  });
});
