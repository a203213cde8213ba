import { AFFILIATION_KINDS, ALL_SECTIONS, ACTIVITY_SECTIONS, PERSON_SECTIONS, SECTIONS } from './index.ts';
import { isSection, scopeNeededFor } from './sections.ts';

describe('the sections of a record', () => {
  it('are eleven activities, seven of which are affiliations, and five that say who somebody is', () => {
    expect(ACTIVITY_SECTIONS).toEqual([...AFFILIATION_KINDS, 'work', 'funding', 'peer-review', 'research-resource']);
    expect(AFFILIATION_KINDS).toEqual([
      'distinction',
      'education',
      'employment',
      'invited-position',
      'membership',
      'qualification',
      'service',
    ]);
    expect(PERSON_SECTIONS).toEqual(['researcher-url', 'external-identifier', 'keyword', 'other-name', 'address']);
    expect(ALL_SECTIONS).toEqual([...ACTIVITY_SECTIONS, ...PERSON_SECTIONS]);
  });

  it('are written with one scope for activities and one for the person', () => {
    expect(new Set(ACTIVITY_SECTIONS.map(scopeNeededFor))).toEqual(new Set(['/activities/update']));
    expect(new Set(PERSON_SECTIONS.map(scopeNeededFor))).toEqual(new Set(['/person/update']));
  });

  it('recognise an own item by its `self` identifier where they have identifiers, else by content', () => {
    for (const section of ALL_SECTIONS) {
      const { hasExternalIds, recognisedBy } = SECTIONS[section];
      expect([section, recognisedBy]).toEqual([section, hasExternalIds ? 'self-id' : 'content']);
    }
  });

  it('have paths of their own', () => {
    const lists = ALL_SECTIONS.map((section) => SECTIONS[section].listPath);
    expect(new Set(lists).size).toBe(ALL_SECTIONS.length);
  });

  it('are known by name and by nothing else', () => {
    expect(ALL_SECTIONS.every(isSection)).toBe(true);
    expect(isSection('biography')).toBe(false);
    expect(isSection('toString')).toBe(false);
  });
});
