import { settingsSchema } from '../settings/settings.ts';
import { RateLimits } from './rate-limits.ts';

const DAY = 86_400_000;
const MEMBER = { host: 'api', name: 'APP-1', isAnonymous: false } as const;
const STRANGER = { host: 'pub', name: '192.0.2.1', isAnonymous: true } as const;

function limits(over: object): RateLimits {
  return new RateLimits(settingsSchema.parse({ rateLimits: over }).rateLimits);
}

describe('limits', () => {
  it('count each client and each host of its own', () => {
    const strict = limits({ member: { perSecond: 1, burst: 0 }, public: { perSecond: 1, burst: 0 } });
    const kinds = [MEMBER, MEMBER, { ...MEMBER, name: 'APP-2' }, { ...MEMBER, host: 'pub' as const }].map(
      (caller) => strict.judge(caller, 0, 0).kind,
    );
    expect(kinds).toEqual(['wait', 'busy', 'wait', 'wait']);
  });

  it('refuse anonymous readers beyond the quota of a day, and welcome them on the next', () => {
    const quota = limits({ anonymousDailyQuota: 2 });
    const judge = (time: number) => quota.judge(STRANGER, time, time).kind;
    expect([judge(0), judge(1000), judge(2000), judge(DAY)]).toEqual(['wait', 'wait', 'over-quota', 'wait']);
  });

  it('have no quota for who comes with a token, nor for the member API', () => {
    const quota = limits({ anonymousDailyQuota: 1 });
    const known = { ...STRANGER, isAnonymous: false };
    expect([quota.judge(known, 0, 0).kind, quota.judge(known, 1000, 1000).kind]).toEqual(['wait', 'wait']);
  });

  it('can be switched off', () => {
    const off = limits({ enabled: false, anonymousDailyQuota: 1, member: { perSecond: 1, burst: 0 } });
    expect([MEMBER, MEMBER, STRANGER, STRANGER].map((caller) => off.judge(caller, 0, 0).kind)).toEqual(
      Array.from({ length: 4 }, () => 'wait'),
    );
  });
});
