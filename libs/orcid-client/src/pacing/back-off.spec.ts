import fc from 'fast-check';
import { backOff } from './back-off.ts';

const atMost = (attempt: number) => backOff(attempt, { firstMs: 500 }, () => 1);

describe('the wait before another try', () => {
  it('doubles at most with each try, up to half a minute', () => {
    expect([1, 2, 3, 4].map(atMost)).toEqual([500, 1000, 2000, 4000]);
    expect([10, 1000].map(atMost)).toEqual([30_000, 30_000]);
  });

  it('is any part of that, so that those who failed together do not come back together', () => {
    const anyPart = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), anyPart, (attempt, part) => {
        expect(backOff(attempt, { firstMs: 500 }, () => part)).toBeCloseTo(part * atMost(attempt));
      }),
    );
  });

  it('is never shorter than ORCID asks for', () => {
    expect(backOff(1, { firstMs: 500, askedMs: 7000 }, () => 1)).toBe(7000);
    expect(backOff(9, { firstMs: 500, askedMs: 7000 }, () => 1)).toBe(30_000);
  });
});
