import fc from 'fast-check';
import { EXTERNAL_ID_RELATIONSHIPS, selfIdsOf } from './external-id.ts';

const anyId = fc.record({
  type: fc.constantFrom('doi', 'source-work-id'),
  value: fc.string(),
  relationship: fc.constantFrom(...EXTERNAL_ID_RELATIONSHIPS),
});

describe('the identifiers of an item', () => {
  it('name the item itself only where they are `self`', () => {
    fc.assert(
      fc.property(fc.array(anyId), (externalIds) => {
        const others = externalIds.filter(({ relationship }) => relationship !== 'self');
        expect(selfIdsOf({ externalIds })).toHaveLength(externalIds.length - others.length);
        expect(selfIdsOf({ externalIds: others })).toEqual([]);
      }),
    );
  });
});
