import { isUnderWay, mayTest, testOf } from './connection-test.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe('a test of a connection', () => {
  it.each([
    ['none, where nobody tested', undefined, 'none'],
    ['at work, just after it was begun', { isDone: false, enqueuedAt: ago(5), endedAt: null }, 'running'],
    ['late, when it waits for minutes', { isDone: false, enqueuedAt: ago(200), endedAt: null }, 'late'],
    ['answered, when ORCID was asked', { isDone: true, enqueuedAt: ago(70), endedAt: ago(65) }, 'answered'],
    [
      'without a result, when it came to nothing',
      { isDone: false, enqueuedAt: ago(70), endedAt: ago(65) },
      'no-result',
    ],
    ['told no more after a while', { isDone: true, enqueuedAt: ago(700), endedAt: ago(650) }, 'none'],
  ] as const)('is %s', (_, job, kind) => {
    expect(testOf(job, NOW).kind).toBe(kind);
    expect(isUnderWay(testOf(job, NOW))).toBe(job?.endedAt === null);
  });

  it.each([
    ['where nobody tested', undefined, true],
    ['a minute after the last one was begun', { isDone: true, enqueuedAt: ago(60), endedAt: ago(59) }, true],
    ['within that minute', { isDone: true, enqueuedAt: ago(59), endedAt: ago(58) }, false],
    ['while one waits', { isDone: false, enqueuedAt: ago(600), endedAt: null }, false],
  ] as const)('may begin or not: %s', (_, job, may) => {
    expect(mayTest(job, NOW)).toBe(may);
  });
});
