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
          const slot = now + (await budget.reserve('door', INTERVAL));
          expect(slot).toBeGreaterThanOrEqual(last + INTERVAL);
          last = slot;
        }
      }),
    );
  });

  it('gives the first slot at once, also after a long rest, and none that were saved up', async () => {
    let now = 0;
    const budget = new LocalRateBudget(() => now);
    expect(await budget.reserve('door', INTERVAL)).toBe(0);
    now = 100_000;
    expect([await budget.reserve('door', INTERVAL), await budget.reserve('door', INTERVAL)]).toEqual([0, INTERVAL]);
  });

  it('keeps slots free as long as it is told, and counts each door by itself', async () => {
    const budget = new LocalRateBudget(() => 0);
    await budget.holdBack('door', 1000);
    await budget.holdBack('door', 10);
    expect([await budget.reserve('door', INTERVAL), await budget.reserve('other', INTERVAL)]).toEqual([1000, 0]);
  });
});
