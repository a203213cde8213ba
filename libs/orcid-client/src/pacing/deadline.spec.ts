import { setImmediate as aMoment } from 'node:timers/promises';
import { Deadline } from './deadline.ts';
import { withUrgency } from './urgency.ts';

const otherwise = { deadlineMs: 60_000, urgency: 'bulk' } as const;

describe('the deadline of a call', () => {
  it.each([Infinity, 2 ** 31, Number.MAX_SAFE_INTEGER])('may be %d milliseconds long', async (deadlineMs) => {
    const deadline = new Deadline('/x', { deadlineMs }, otherwise);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await aMoment();
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.leftMs).toBeGreaterThan(2 ** 31 - 2 ** 20);
    deadline.end();
  });

  it('is over at once when there is none', async () => {
    const deadline = new Deadline('/x', { deadlineMs: 0 }, otherwise);
    await new Promise((resolve) => deadline.signal.addEventListener('abort', resolve));
    await expect(deadline.until(() => Promise.reject(new Error('late')))).rejects.toMatchObject({
      code: 'rate-limited',
    });
    deadline.end();
  });

  it('is as urgent as the work it is for, unless the call says otherwise', async () => {
    const urgencies = async () => {
      await aMoment();
      return [{}, { urgency: 'bulk' as const }].map((options) => new Deadline('/x', options, otherwise).urgency);
    };
    const [awaited, nightly] = await Promise.all([withUrgency('person', urgencies), urgencies()]);
    expect({ awaited, nightly }).toEqual({ awaited: ['person', 'bulk'], nightly: ['bulk', 'bulk'] });
  });
});
