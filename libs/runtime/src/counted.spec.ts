import { counted } from './counted.ts';

describe('a count in words', () => {
  it.each([
    [0, '0 records'],
    [1, '1 record'],
    [2, '2 records'],
  ])('of %d says %s', (count, words) => {
    expect(counted(count, 'record')).toBe(words);
  });

  it('says many of what has a plural of its own', () => {
    expect([counted(1, 'person', 'people'), counted(3, 'person', 'people')]).toEqual(['1 person', '3 people']);
  });
});
