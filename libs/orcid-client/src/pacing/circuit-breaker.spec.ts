import { CircuitBreaker } from './circuit-breaker.ts';

describe('the circuit breaker', () => {
  let now: number;
  let breaker: CircuitBreaker;

  beforeEach(() => {
    now = 0;
    breaker = new CircuitBreaker(() => now);
  });

  const fail = (times: number) => {
    for (let call = 0; call < times; call++) breaker.failed();
  };
  const answer = (times: number) => {
    for (let call = 0; call < times; call++) breaker.answered();
  };
  const open = () => {
    fail(10);
    expect(breaker.admits()).toBe(false);
  };

  it('stays closed while most calls are answered, and while too few were made to tell', () => {
    fail(9);
    expect(breaker.admits()).toBe(true);
    answer(11);
    fail(1);
    expect(breaker.admits()).toBe(true);
  });

  it('opens when half of the calls fail', () => {
    answer(5);
    fail(5);
    expect([breaker.admits(), breaker.isResting]).toEqual([false, true]);
  });

  it('forgets what is older than half a minute', () => {
    fail(9);
    now = 31_000;
    fail(1);
    expect(breaker.admits()).toBe(true);
  });

  it('sends one probe after the rest, and closes when it is answered', () => {
    open();
    now = 5_000;
    expect([breaker.admits(), breaker.admits(), breaker.isResting]).toEqual([true, false, false]);
    breaker.answered();
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
    fail(1);
    expect(breaker.admits()).toBe(true);
  });

  it('rests twice as long after each probe that fails, up to a minute', () => {
    open();
    const rests = [5_000, 10_000, 20_000, 40_000, 60_000, 60_000];
    for (const rest of rests) {
      now += rest - 1;
      expect(breaker.admits()).toBe(false);
      now += 1;
      expect(breaker.admits()).toBe(true);
      breaker.failed();
    }
  });

  it('sends another probe when one was given up', () => {
    open();
    now = 5_000;
    expect(breaker.admits()).toBe(true);
    breaker.abandoned();
    expect(breaker.admits()).toBe(true);
  });

  it('does not rest longer because calls that were under way fail too', () => {
    open();
    fail(20);
    now = 5_000;
    expect(breaker.admits()).toBe(true);
  });
});
