import { jest } from '@jest/globals';
import { silenceLimitMs } from './jest/time-limits.ts';
import { Watchdog } from './watchdog.ts';

describe('the watchdog of a test run', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const longerThan = (limit: number) => jest.advanceTimersByTime(limit * 10);

  it('says what still runs when nothing has happened for long', () => {
    const bark = jest.fn();
    const watchdog = new Watchdog(bark);
    watchdog.hear({ file: 'a', test: 'hangs' });
    watchdog.hear({ file: 'b', test: 'passes' });
    watchdog.hear({ file: 'b', test: undefined });
    longerThan(silenceLimitMs(false));
    expect(bark.mock.calls).toEqual([[['a: hangs']]]);
  });

  it('is quiet as long as something happens, and when the run has ended', () => {
    const bark = jest.fn();
    const watchdog = new Watchdog(bark);
    for (let at = 0; at < 10; at++) {
      jest.advanceTimersByTime(100_000);
      watchdog.hear({ file: 'a', test: `test ${at}` });
    }
    watchdog.stop();
    longerThan(silenceLimitMs(false));
    expect(bark).not.toHaveBeenCalled();
  });

  it('waits for longer in a soak, in which a test may take long', () => {
    const bark = jest.fn();
    new Watchdog(bark, true).hear({ file: 'a', test: 'takes long' });
    jest.advanceTimersByTime(15 * 60_000);
    expect(bark).not.toHaveBeenCalled();
    longerThan(silenceLimitMs(false, true));
    expect(bark).toHaveBeenCalledTimes(1);
  });

  it('waits for a shorter time when all tests are done and only the end is missing', () => {
    expect(silenceLimitMs(true)).toBeLessThan(silenceLimitMs(false));
    const bark = jest.fn<(stillRunning: readonly string[]) => void>();
    new Watchdog(bark).hear({ isOver: true });
    longerThan(silenceLimitMs(true));
    expect(bark.mock.calls[0]?.[0]).toEqual(['all tests are done, but Jest does not end']);
  });
});
