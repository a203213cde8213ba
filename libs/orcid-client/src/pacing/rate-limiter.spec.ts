import { setImmediate as aMoment, setTimeout } from 'node:timers/promises';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import { LocalRateBudget } from './local-rate-budget.ts';
import { type CallOptions, Deadline } from './deadline.ts';
import { RateBudget } from './rate-budget.ts';
import { RateLimiter } from './rate-limiter.ts';

/** Gives slots when the test says so. */
class BudgetByHand extends RateBudget {
  private readonly asked: ((ms: number) => void)[] = [];
  reserved = 0;

  override reserve(): Promise<number> {
    this.reserved++;
    return new Promise((resolve) => this.asked.push(resolve));
  }

  override holdBack(): Promise<void> {
    return Promise.resolve();
  }

  async give(ms = 0): Promise<void> {
    this.asked.shift()?.(ms);
    await aMoment();
  }
}

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
const begun: Deadline[] = [];
const deadline = (asked: CallOptions = {}) => {
  const one = new Deadline('/x', asked, { deadlineMs: 60_000, urgency: 'bulk' });
  begun.push(one);
  return one;
};
const person = () => deadline({ urgency: 'person' });

describe('the rateLimiter', () => {
  let budget: BudgetByHand;
  let rateLimiter: RateLimiter;
  let passed: string[];

  beforeEach(() => {
    budget = new BudgetByHand();
    rateLimiter = new RateLimiter(budget, 'api', 1);
    passed = [];
  });

  // Whoever still waits must not run out of deadline while another file is tested.
  afterEach(() => {
    for (const one of begun.splice(0)) one.end();
  });

  const come = (name: string, who = deadline()) => rateLimiter.pass(who).then(() => void passed.push(name));

  it('lets bulk through in the order it came', async () => {
    void come('first');
    void come('second');
    await budget.give();
    expect(passed).toEqual(['first']);
    await budget.give();
    expect(passed).toEqual(['first', 'second']);
  });

  it('gives a slot that was reserved for bulk to a person who came later', async () => {
    void come('bulk');
    await aMoment();
    expect(budget.reserved).toBe(1);
    void come('person', person());
    await budget.give();
    await budget.give();
    expect(passed).toEqual(['person', 'bulk']);
  });

  it('holds one slot ahead at most, whatever waits', async () => {
    for (let call = 0; call < 100; call++) void come(String(call));
    await aMoment();
    expect(budget.reserved).toBe(1);
  });

  it('gives the slot of one who gave up to the next', async () => {
    const [quitter, reason] = [new AbortController(), new Error('enough')];
    const given = expect(come('quitter', deadline({ signal: quitter.signal }))).rejects.toBe(reason);
    void come('next');
    quitter.abort(reason);
    await given;
    await budget.give();
    expect(passed).toEqual(['next']);
  });

  it('says that nothing was sent when a call has waited too long', async () => {
    await expect(come('late', deadline({ deadlineMs: 1 }))).rejects.toBeInstanceOf(RateLimitedError);
  });

  it('fails everybody who waits when the budget cannot be reached, and starts again with the next', async () => {
    const broken = new Error('no database');
    let isBroken = true;
    class Shaky extends LocalRateBudget {
      override reserve(bucket: string, ms: number): Promise<number> {
        return isBroken ? Promise.reject(broken) : super.reserve(bucket, ms);
      }
    }
    const shaky = new RateLimiter(new Shaky(), 'api', 0);
    const both = await Promise.allSettled([shaky.pass(deadline()), shaky.pass(person())]);
    expect(both.map((one) => one.status === 'rejected' && one.reason === broken)).toEqual([true, true]);
    isBroken = false;
    await expect(shaky.pass(deadline())).resolves.toBeUndefined();
  });

  it('asks for its slot again while it lies far ahead: a rest may be ended by hand', async () => {
    const resting = new RateLimiter(budget, 'api', 1, 20);
    const passing = resting.pass(deadline());
    await budget.give(3_600_000);
    while (budget.reserved < 2) await setTimeout(1);
    await budget.give(5);
    await expect(passing).resolves.toBeUndefined();
  });

  it('keeps no timer for a slot that nobody waits for any more', async () => {
    const distant = new RateLimiter(new LocalRateBudget(), 'api', 3_600_000);
    await distant.pass(deadline());
    const [quitter, reason] = [new AbortController(), new Error('enough')];
    const before = timers();
    const waiting = distant.pass(deadline({ signal: quitter.signal }));
    await aMoment();
    expect(timers()).toBe(before + 1);
    quitter.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await aMoment();
    expect(timers()).toBe(before);
  });
});
