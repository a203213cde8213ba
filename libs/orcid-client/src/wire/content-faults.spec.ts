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

  it('links to nothing but http and https addresses, wherever in a section a link stands', () => {
    const problem = 'must be an http or https address';
    const tried = ALL_SECTIONS.flatMap((section) => linksIn(TRIALS[section].full).map((path) => ({ section, path })));
    for (const { section, path } of tried) {
      const at = path.join('.').replaceAll(/\.(\d+)/g, '[$1]');
      for (const link of ['javascript:alert(1)', 'ftp://example.edu', 'www.example.edu', 'https://'])
        expect(found(section, replaced(TRIALS[section].full, path, link))).toEqual([`${at} ${problem}`]);
    }
    const places = new Set(
      tried.map(({ section, path }) => `${section} ${path.filter((key) => !/\d/.test(key)).join('.')}`),
    );
    expect([...places]).toEqual(
      expect.arrayContaining(['researcher-url url', 'employment url', 'funding url', 'work externalIds.url']),
    );
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

/** The paths of all members called `url`. */
function linksIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return path.at(-1) === 'url' ? [path] : [];
  return membersOf(value).flatMap(([key, inner]) => linksIn(inner, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: string): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return by;
  const changed = membersOf(value).map(
    ([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner] as const,
  );
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value);
}
