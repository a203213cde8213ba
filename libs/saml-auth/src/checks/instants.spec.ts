import { refusalOf } from '../testing/refusal-of.ts';
import { demandBegun, demandFresh, demandNotOver, readInstant } from './instants.ts';

const moment = { now: Date.parse('2026-05-04T10:00:00Z'), clockSkewMs: 60_000 };

describe('a time in a message', () => {
  it.each(['2026-05-04T10:00:00Z', '2026-05-04T10:00:00.123456Z'])('may be written %s', (text) => {
    expect(readInstant(text)).toBeGreaterThanOrEqual(moment.now);
  });

  it.each([
    '',
    'now',
    '2026-05-04',
    '2026-05-04T10:00:00',
    '2026-05-04T10:00:00+00:00',
    '1777888800000',
    '2026-13-04T10:00:00Z',
    undefined,
  ])('may not be written %p', (text) => {
    expect(refusalOf(() => readInstant(text))).toBe('conditions');
  });

  it('has begun, or is not over, by the clocks’ difference at most', () => {
    expect(refusalOf(() => demandBegun('2026-05-04T10:01:00Z', moment))).toBeUndefined();
    expect(refusalOf(() => demandBegun('2026-05-04T10:01:01Z', moment))).toBe('not-yet-valid');
    expect(refusalOf(() => demandNotOver('2026-05-04T09:59:01Z', moment))).toBeUndefined();
    expect(refusalOf(() => demandNotOver('2026-05-04T09:59:00Z', moment))).toBe('expired');
  });

  it('of which nothing is said is no limit', () => {
    expect(refusalOf(() => demandBegun(undefined, moment))).toBeUndefined();
    expect(refusalOf(() => demandNotOver(undefined, moment))).toBeUndefined();
  });

  it('at which a message was made must be said, and be no more than ten minutes ago', () => {
    expect(refusalOf(() => demandFresh('2026-05-04T09:49:01Z', moment))).toBeUndefined();
    expect(refusalOf(() => demandFresh('2026-05-04T09:49:00Z', moment))).toBe('expired');
    expect(refusalOf(() => demandFresh('2026-05-04T10:01:01Z', moment))).toBe('not-yet-valid');
    expect(refusalOf(() => demandFresh(undefined, moment))).toBe('conditions');
  });
});
