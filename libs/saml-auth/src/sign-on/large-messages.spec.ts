import { LargeMessages, MOST_WAITING } from './large-messages.ts';

const LARGE = 'A'.repeat(64 * 1024 + 1);
const USUAL = 'A'.repeat(64 * 1024);

describe('messages of a size that takes long to read', () => {
  it('are read one after another, also when one fails, and each says what became of it', async () => {
    const messages = new LargeMessages();
    const events: string[] = [];
    const read = (name: string, end: () => string) => async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
      return end();
    };
    const fail = (): string => {
      throw new Error('refused');
    };
    const first = messages.inTurn(LARGE, read('first', fail));
    const second = messages.inTurn(
      LARGE,
      read('second', () => 'accepted'),
    );
    await expect(first).rejects.toThrow('refused');
    expect(events).toEqual(['first begins', 'first ends']);
    expect(await second).toBe('accepted');
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it.each([
    ['of usual size', USUAL],
    ['that is none', undefined],
  ])('do not hold up one %s', async (_, message) => {
    const messages = new LargeMessages();
    const slow = Promise.withResolvers<string>();
    const large = messages.inTurn(LARGE, () => slow.promise);
    expect(await messages.inTurn(message, () => Promise.resolve('at once'))).toBe('at once');
    slow.resolve('at last');
    expect(await large).toBe('at last');
  });

  it('are refused when too many of them wait', async () => {
    const messages = new LargeMessages();
    const slow = Promise.withResolvers<string>();
    const all = Array.from({ length: MOST_WAITING + 1 }, () => messages.inTurn(LARGE, () => slow.promise));
    await expect(messages.inTurn(LARGE, () => slow.promise)).rejects.toMatchObject({ reason: 'too-many-large' });
    slow.resolve('at last');
    expect(new Set(await Promise.all(all))).toEqual(new Set(['at last']));
  });
});
