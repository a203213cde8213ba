import path from 'node:path';
import { isPart, type Part, selectTests } from './test-selection.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Whether Jest would take a file of this path. */
const isSelected = (file: string, part: Part, ...places: string[]) => {
  const [pattern = ''] = selectTests(part, places);
  return new RegExp(pattern.replace('--testPathPatterns=', '')).test(path.join(ROOT, file));
};

describe('the selection of tests', () => {
  it.each([
    ['unit', 'libs/people/src/a.spec.ts', true],
    ['unit', 'libs/people/src/a.int-spec.ts', false],
    ['int', 'libs/people/src/a.int-spec.ts', true],
    ['int', 'libs/people/src/a.contract-spec.ts', true],
    ['int', 'libs/people/src/a.spec.ts', false],
    ['e2e', 'test/journeys/connect.e2e-spec.ts', true],
    ['e2e', 'libs/people/src/a.int-spec.ts', false],
    ['all', 'libs/people/src/a.spec.tsx', true],
    ['all', 'test/journeys/connect.e2e-spec.ts', true],
  ] as const)('of the part %s, asked about %s, says %s', (part, file, expected) => {
    expect(isSelected(file, part)).toBe(expected);
  });

  it('takes the files of several places', () => {
    const taken = ['people', 'persistence', 'connections'].filter((library) =>
      isSelected(`libs/${library}/src/a.spec.ts`, 'unit', 'libs/people', 'libs/persistence'),
    );
    expect(taken).toEqual(['people', 'persistence']);
  });

  it('takes a place from inside the checkout only', () => {
    expect(isSelected('libs/people/src/a.spec.ts', 'unit', path.basename(ROOT))).toBe(false);
  });

  it('knows its parts from places', () => {
    expect(['unit', 'int', 'e2e', 'libs/people', undefined].map(isPart)).toEqual([true, true, true, false, false]);
  });
});
