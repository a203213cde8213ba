import fc from 'fast-check';
import { LocalRateBudget } from './local-rate-budget.ts';

const INTERVAL = 40;

describe('the budget of one process', () => {
  it('never gives two slots closer than the interval, whenever they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(100)), async (pauses) => {
        let now = 0;
        let last = -Infinity;
        const budget = new LocalRateBudget(() => now);
        for (const pause of pauses) {
          now += pause;
          const slot = now + (await budget.reserve('api', INTERVAL));
          expect(slot).toBeGreaterThanOrEqual(last + INTERVAL);
          last = slot;
        }
      }),
    );
  });

  it('gives the first slot at once, also after a long rest, and none that were saved up', async () => {
    let now = 0;
    const budget = new LocalRateBudget(() => now);
    expect(await budget.reserve('api', INTERVAL)).toBe(0);
    now = 100_000;
    expect([await budget.reserve('api', INTERVAL), await budget.reserve('api', INTERVAL)]).toEqual([0, INTERVAL]);
  });

  it('keeps slots free for as long as it is asked to, and counts each bucket by itself', async () => {
    const budget = new LocalRateBudget(() => 0);
    await budget.holdBack('api', 1000);
    await budget.holdBack('api', 10);
    expect([await budget.reserve('api', INTERVAL), await budget.reserve('other', INTERVAL)]).toEqual([1000, 0]);
  });
});
