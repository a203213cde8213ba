import fc from 'fast-check';
import { isSameItem, sameContent } from './same-content.ts';
import { aFunding, anEmployment, anOrganization, aResearchResource, aWork } from './testing/index.ts';

const doi = (value: string) => ({ type: 'doi', value, relationship: 'self' }) as const;
const issn = { type: 'issn', value: '0264-3561', relationship: 'part-of' } as const;

describe('two contents', () => {
  it('are the same when they differ by the order of members and identifiers, by spelling and by white space only', () => {
    const { title, ...rest } = aWork({ externalIds: [doi('10.5555/AB'), issn] });
    const other = { ...rest, externalIds: [issn, doi('https://doi.org/10.5555/ab')], title: ` ${title}\n` };
    expect(sameContent('work', { title, ...rest }, other)).toBe(true);
  });

  it('are the same whether a member is missing or undefined', () => {
    const { department, ...rest } = anEmployment();
    const withUndefined = { ...rest, department: undefined } as unknown as typeof rest;
    expect(sameContent('employment', rest, withUndefined)).toBe(true);
    expect(sameContent('employment', rest, { ...rest, department: department ?? '' })).toBe(false);
  });

  it.each([
    ['an end', { end: { year: 2024 } }],
    ['a day', { start: { year: 2021, month: 3, day: 2 } }],
    ['a place', { organization: anOrganization({ city: 'Pasadena, CA' }) }],
    [
      'another relationship',
      { externalIds: [{ type: 'source-work-id', value: 'appointment-1', relationship: 'part-of' }] },
    ],
  ] as const)('differ by %s', (_, change) => {
    expect(sameContent('employment', anEmployment(), anEmployment(change))).toBe(false);
  });

  it('differ by capitals in the identifier of a funding, which ORCID does not normalize', () => {
    const grant = (value: string) => aFunding({ externalIds: [{ type: 'grant_number', value, relationship: 'self' }] });
    expect(sameContent('funding', grant('EX-1'), grant('ex-1'))).toBe(false);
    expect(isSameItem('funding', grant('EX-1'), grant('ex-1'))).toBe(false);
  });

  it('differ by the order of hosts and contributors, which means something', () => {
    const contributors = [{ name: 'A' }, { name: 'B' }];
    expect(sameContent('work', aWork({ contributors }), aWork({ contributors: contributors.toReversed() }))).toBe(
      false,
    );
  });

  it('are compared to the depth of a resource’s items', () => {
    const [item] = aResearchResource().items;
    const renamed = aResearchResource({ items: [{ ...item!, name: 'Another beamline' }] });
    expect(sameContent('research-resource', aResearchResource(), aResearchResource())).toBe(true);
    expect(sameContent('research-resource', aResearchResource(), renamed)).toBe(false);
  });

  it('never agree because a text looks like the end of another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sameContent('keyword', a, b)).toBe(a.trim() === b.trim());
        const [one, other] = [aWork({ title: a, subtitle: b }), aWork({ title: b, subtitle: a })];
        expect(sameContent('work', one, other)).toBe(a.trim() === b.trim());
      }),
    );
  });
});

describe('two items of one source', () => {
  it('are one when they share an identifier of the item itself, however it is spelled', () => {
    const longer = aWork({ title: 'Another title', externalIds: [doi('10.5555/2'), doi('DOI:10.5555/A')] });
    expect(isSameItem('work', aWork({ externalIds: [doi('10.5555/a')] }), longer)).toBe(true);
    expect(isSameItem('work', aWork({ externalIds: [issn] }), aWork({ externalIds: [issn] }))).toBe(false);
  });

  it('are two without identifiers, even when they say the same: ORCID takes both', () => {
    const bare = anEmployment({ externalIds: [] });
    expect(isSameItem('employment', bare, bare)).toBe(false);
  });

  it('are one researcher URL by address, whatever its name; http and https are two', () => {
    const page = { url: 'https://people.example.edu/jc', name: 'Staff page' };
    expect(isSameItem('researcher-url', page, { url: page.url })).toBe(true);
    expect(sameContent('researcher-url', page, { url: page.url })).toBe(false);
    expect(isSameItem('researcher-url', page, { ...page, url: 'http://people.example.edu/jc' })).toBe(false);
  });

  it('are one identifier of a person by type and value, letter by letter', () => {
    const id = { type: 'Profile', value: 'jc', url: 'https://example.org/jc', relationship: 'self' } as const;
    expect(isSameItem('external-identifier', id, { ...id, url: 'https://example.org/2' })).toBe(true);
    expect(isSameItem('external-identifier', id, { ...id, value: 'JC' })).toBe(false);
    expect(isSameItem('external-identifier', id, { ...id, type: 'profile' })).toBe(false);
  });

  it.each(['keyword', 'other-name', 'address'] as const)('are one %s by its text', (section) => {
    expect(isSameItem(section, 'DE', ' DE')).toBe(true);
    expect(isSameItem(section, 'DE', 'de')).toBe(false);
  });
});
