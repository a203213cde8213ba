import { CAUSE_OF, causeOf, ITEM_CAUSES } from './item-cause.ts';

describe('why an item is not taken', () => {
  it('is one of the causes that people are told, and each of them can come about', () => {
    expect([...new Set(Object.values(CAUSE_OF))].toSorted()).toEqual([...ITEM_CAUSES].toSorted());
  });

  it.each([
    ['9045', 'organization-unknown'],
    ['9060', 'place-missing'],
    ['not-sent', 'not-sent'],
    ['not-our-item', 'another-source'],
    ['insufficient-scope', 'not-covered'],
  ])('by %s is %s', (code, cause) => {
    expect(causeOf(code)).toBe(cause);
  });

  it.each(['9999', 'invalid-item', 'toString', ''])(
    'by a code that says nothing, such as "%s", is told in other words',
    (code) => {
      expect(causeOf(code)).toBe('other');
    },
  );
});
