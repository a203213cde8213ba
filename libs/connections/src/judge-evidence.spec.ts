import type { CounterCheck } from '@ligature/persistence';
import fc from 'fast-check';
import { judge } from './judge-evidence.ts';

const APART = 30 * 60_000;
const at = (minute: number, counterCheck: CounterCheck = 'open') => ({ at: new Date(minute * 60_000), counterCheck });
const endAfter = (...refusals: ReturnType<typeof at>[]) => judge(refusals, 3, APART);

describe('refusals of a token', () => {
  it('prove that the permission has ended when there are three, far enough apart', () => {
    expect(endAfter(at(0), at(30), at(60))).toBe('revoked');
  });

  it('prove nothing while there are two, or three in a row', () => {
    expect([endAfter(at(0), at(600)), endAfter(at(0), at(1), at(2)), endAfter(at(0), at(29), at(58))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('do not count where ORCID refused our own token too', () => {
    expect(endAfter(at(0), at(30, 'unanswered'), at(60))).toBeUndefined();
    expect(endAfter(at(0), at(30, 'unanswered'), at(60), at(90))).toBe('revoked');
  });

  it('say that the record is deactivated when all that count say so', () => {
    expect(endAfter(at(0, 'deactivated'), at(30, 'deactivated'), at(60, 'deactivated'))).toBe('deactivated');
    expect(endAfter(at(0), at(30), at(60, 'deactivated'))).toBeUndefined();
  });

  it.each(['locked', 'merged', 'unanswered'] as const)('end nothing, however many, on a record that is %s', (state) => {
    expect(endAfter(...[0, 30, 60, 90].map((minute) => at(minute, state)))).toBeUndefined();
  });

  it('never prove anything by coming more often in the same time', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(minutes, (all) => {
        expect(endAfter(...all.toSorted((a, b) => a - b).map((minute) => at(minute)))).toBeUndefined();
      }),
    );
  });
});
