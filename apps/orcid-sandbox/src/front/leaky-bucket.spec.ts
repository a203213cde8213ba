import fc from 'fast-check';
import { LeakyBucket } from './leaky-bucket.ts';

const PER_SECOND = 24;
const BURST = 40;

describe('the rate of the front proxy', () => {
  it('lets a steady caller through without a delay', () => {
    const bucket = new LeakyBucket(PER_SECOND, BURST);
    for (let call = 0; call < 100; call += 1) expect(bucket.admit(1000 + (call * 1000) / PER_SECOND)).toBeCloseTo(0);
  });

  it('slows a burst of 40 down to the rate, and refuses the next call', () => {
    const bucket = new LeakyBucket(PER_SECOND, BURST);
    const waits = Array.from({ length: BURST + 2 }, () => bucket.admit(0));
    expect(waits[0]).toBe(0);
    expect(waits[BURST]).toBeCloseTo((BURST / PER_SECOND) * 1000);
    expect(waits[BURST + 1]).toBeUndefined();
  });

  it('admits again as soon as the queue has moved on by one', () => {
    const bucket = new LeakyBucket(PER_SECOND, BURST);
    for (let call = 0; call < BURST + 1; call += 1) bucket.admit(0);
    expect(bucket.admit(20)).toBeUndefined();
    expect(bucket.admit(50)).toBeDefined();
  });

  it('never lets more through than the rate and the burst allow, however calls are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 300 }), (pauses) => {
        const bucket = new LeakyBucket(PER_SECOND, BURST);
        let now = 0;
        let admitted = 0;
        for (const pause of pauses) {
          now += pause;
          if (bucket.admit(now) !== undefined) admitted += 1;
        }
        expect(admitted).toBeLessThanOrEqual(1 + BURST + (now / 1000) * PER_SECOND + 1e-6);
      }),
    );
  });
});
