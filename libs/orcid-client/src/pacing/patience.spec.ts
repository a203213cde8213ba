import { setImmediate as aMoment } from 'node:timers/promises';
import { Patience } from './patience.ts';

const otherwise = { deadlineMs: 60_000, urgency: 'bulk' } as const;

describe('the patience of a call', () => {
  it.each([Infinity, 2 ** 31, Number.MAX_SAFE_INTEGER])('may be %d milliseconds long', async (deadlineMs) => {
    const patience = new Patience('/x', { deadlineMs }, otherwise);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await aMoment();
    expect(patience.signal.aborted).toBe(false);
    expect(patience.leftMs).toBeGreaterThan(2 ** 31 - 2 ** 20);
    patience.end();
  });

  it('is over at once when there is none', async () => {
    const patience = new Patience('/x', { deadlineMs: 0 }, otherwise);
    await new Promise((resolve) => patience.signal.addEventListener('abort', resolve));
    await expect(patience.until(() => Promise.reject(new Error('late')))).rejects.toMatchObject({
      code: 'rate-limited',
    });
    patience.end();
  });
});
