import { expiresSoon, sourceState, type SourceState } from './source-state.ts';

const AT = new Date('2026-03-05T12:00:00Z');
const YESTERDAY = new Date('2026-03-04T12:00:00Z');
const LAST_WEEK = new Date('2026-02-26T12:00:00Z');

describe('a source of metadata', () => {
  it.each<[SourceState, string, Date | null, string | null, number]>([
    ['current', 'it was read within the last days', YESTERDAY, null, 0],
    ['overdue', 'nobody has read it for days', LAST_WEEK, null, 0],
    ['failing', 'the last try failed, whenever it was read', LAST_WEEK, 'it does not answer', 0],
    ['expiring', 'some of it ends soon, whether or not it can be read', YESTERDAY, null, 1],
    ['expiring', 'some of it ends soon and it cannot be read', YESTERDAY, 'it does not answer', 3],
    ['unread', 'nothing of it was ever read', null, 'it does not answer', 0],
  ])('is %s when %s', (state, _, readAt, failure, expiring) => {
    expect(sourceState({ readAt, failure }, expiring, AT)).toBe(state);
  });

  it('ends soon when two days are left, time enough to ask whoever publishes it', () => {
    expect(expiresSoon(AT).toISOString()).toBe('2026-03-07T12:00:00.000Z');
  });
});
