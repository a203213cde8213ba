import { CircuitBreaker } from './circuit-breaker.ts';

describe('the circuit breaker', () => {
  let now: number;
  let breaker: CircuitBreaker;

  beforeEach(() => {
    now = 0;
    breaker = new CircuitBreaker(() => now);
  });

  const fail = (times: number) => {
    for (let call = 0; call < times; call++) breaker.failed('call');
  };
  const answer = (times: number) => {
    for (let call = 0; call < times; call++) breaker.answered('call');
  };
  const open = () => {
    fail(10);
    expect(breaker.admit()).toBeUndefined();
  };

  it('stays closed while most calls are answered, and while too few were made to judge', () => {
    fail(9);
    expect(breaker.admit()).toBe('call');
    answer(11);
    fail(1);
    expect(breaker.admit()).toBe('call');
  });

  it('opens when half of the calls fail', () => {
    answer(5);
    fail(5);
    expect([breaker.admit(), breaker.isResting]).toEqual([undefined, true]);
  });

  it('forgets what is older than half a minute', () => {
    fail(9);
    now = 31_000;
    fail(1);
    expect(breaker.admit()).toBe('call');
  });

  it('sends one probe after the rest, and closes when it is answered', () => {
    open();
    now = 5_000;
    expect([breaker.admit(), breaker.admit(), breaker.isResting]).toEqual(['probe', undefined, false]);
    breaker.answered('probe');
    expect([breaker.admit(), breaker.admit()]).toEqual(['call', 'call']);
    fail(1);
    expect(breaker.admit()).toBe('call');
  });

  it('rests twice as long after each probe that fails, up to a minute', () => {
    open();
    const rests = [5_000, 10_000, 20_000, 40_000, 60_000, 60_000];
    for (const rest of rests) {
      now += rest - 1;
      expect(breaker.admit()).toBeUndefined();
      now += 1;
      expect(breaker.admit()).toBe('probe');
      breaker.failed('probe');
    }
  });

  it('sends another probe when one was given up', () => {
    open();
    now = 5_000;
    expect(breaker.admit()).toBe('probe');
    breaker.abandoned('probe');
    expect(breaker.admit()).toBe('probe');
  });

  it.each(['failed', 'abandoned'] as const)('sends no second probe because a call from before %s', (ended) => {
    open();
    now = 5_000;
    expect(breaker.admit()).toBe('probe');
    breaker[ended]('call');
    now = 20_000;
    expect(breaker.admit()).toBeUndefined();
    breaker.failed('probe');
    now = 29_999;
    expect(breaker.admit()).toBeUndefined();
    now = 30_000;
    expect(breaker.admit()).toBe('probe');
  });

  it('does not rest longer because calls that were under way fail too', () => {
    open();
    fail(20);
    now = 5_000;
    expect(breaker.admit()).toBe('probe');
  });
});
