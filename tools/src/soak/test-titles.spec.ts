import { sampleOf, titlesIn } from './test-titles.ts';

describe('a sample of tests', () => {
  const titles = ['a', 'b', 'c'].flatMap((file) => [1, 2, 3, 4].map((at) => ({ file, name: `${file}${at}` })));

  it('is as large as asked for, and no larger than all', () => {
    expect(sampleOf(titles, 5)).toHaveLength(5);
    expect(sampleOf(titles, 100)).toHaveLength(titles.length);
  });

  it('takes from every file before it takes from one again', () => {
    expect(new Set(sampleOf(titles, 3).map(({ file }) => file))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('is taken from tests that passed', () => {
    const assertionResults = [
      { fullName: 'works', status: 'passed' },
      { fullName: 'does not', status: 'failed' },
      { fullName: 'is left out', status: 'pending' },
    ];
    const json = JSON.stringify({ testResults: [{ name: '/a.spec.ts', assertionResults }] });
    expect(titlesIn(json)).toEqual([{ file: '/a.spec.ts', name: 'works' }]);
  });
});
