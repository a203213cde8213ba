import { ALL_SECTIONS } from '@ligature/orcid-model';
import fc from 'fast-check';
import { ANY_CONTENT } from '../testing/arbitraries.ts';
import { TRIALS } from '../testing/section-trials.ts';
import { contentFaults } from './content-faults.ts';

const found = (...[section, content]: Parameters<typeof contentFaults>) =>
  contentFaults(section, content).map(({ at, problem }) => `${at} ${problem}`.trim());

describe('a content from outside', () => {
  it.each(ALL_SECTIONS)('is taken for a %s when it is one, and refused when ORCID would', (section) => {
    expect(found(section, TRIALS[section].full)).toEqual([]);
    expect(found(section, TRIALS[section].faulty)).not.toEqual([]);
  });

  it.each(ALL_SECTIONS)('may be anything at all without breaking the check: %s', (section) => {
    const anything = fc.oneof(fc.anything(), fc.tuple(ANY_CONTENT[section], fc.string(), fc.anything()).map(spoilt));
    fc.assert(fc.property(anything, (content) => Array.isArray(contentFaults(section, content))));
  });

  it('is told what of it is not known, missing or of another kind', () => {
    const { title, ...untitled } = TRIALS.work.full;
    expect(found('work', { ...untitled, Titel: title })).toEqual(['title is required', 'Titel is not known here']);
    expect(found('work', { ...TRIALS.work.full, contributors: 'Ada' })).toEqual(['contributors must be a list']);
    expect(found('service', { ...TRIALS.service.full, kind: 'employment' })).toEqual(['kind must be service']);
    expect(found('service', { ...TRIALS.service.full, organization: 'Here' })).toEqual([
      'organization must be an object',
    ]);
    expect(found('work', [])).toEqual(['must be an object']);
  });

  it.each<[unknown, string]>([
    ['2024', 'a text'],
    [{ year: '2024' }, 'a year as a text'],
    [{ year: 2024, day: 3 }, 'a day without its month'],
    [{ year: 2024, hour: 3 }, 'an hour'],
    [{ month: 3 }, 'no year'],
  ])('has no date of %j: %s', (published) => {
    expect(found('work', { ...TRIALS.work.full, published })).toEqual([
      'published must be a date such as {"year":2024,"month":3,"day":15}',
    ]);
  });

  it('names contributors by iDs whose check digit is right', () => {
    const contributors = [{ orcid: '0000-0002-1825-0098' }];
    expect(found('work', { ...TRIALS.work.full, contributors })).toEqual([
      'contributors[0].orcid must be an ORCID iD such as 0000-0002-1825-0097',
    ]);
  });
});

function spoilt([content, name, value]: [unknown, string, unknown]): unknown {
  return typeof content === 'object' && content !== null ? { ...content, [name]: value } : value;
}
