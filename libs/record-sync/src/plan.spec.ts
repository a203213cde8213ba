import { randomUUID } from 'node:crypto';
import type { WantedItem } from '@ligature/assertions';
import { parsePutCode } from '@ligature/orcid-model';
import { anEmployment } from '@ligature/orcid-model/testing';
import { ITEM_STATES } from '@ligature/persistence';
import fc from 'fast-check';
import { contentHash } from './content-hash.ts';
import { withSelfId } from './item-content.ts';
import { plan, type StoredItem, type WriteStep } from './plan.ts';

const wanted = (assertionId: string, role = 'Steward'): WantedItem => {
  const { kind, organization, department = '', start = { year: 2021 } } = anEmployment();
  const content = { kind, organization, department, role, start };
  const origin = { feed: 'hr', personKey: '1', rowKey: assertionId };
  return { assertionId, section: 'employment', origin, content, endedBy: null };
};
const stored = (assertionId: string, given: Partial<StoredItem> = {}): StoredItem => ({
  id: `item-${assertionId}`,
  assertionId,
  section: 'employment',
  state: 'wanted',
  selfId: `self-${assertionId}`,
  putCode: null,
  contentHash: null,
  refusedHash: null,
  ...given,
});
const hashOf = ({ assertionId, section, content }: WantedItem) =>
  contentHash(withSelfId(section, content, `self-${assertionId}`));
const present = (appointmentId: string, hash: string | null) =>
  stored(appointmentId, { state: 'present', putCode: parsePutCode('7'), contentHash: hash });

describe('the plan for a record', () => {
  it('creates what is wanted and not there, with our own identifier', () => {
    expect(plan([wanted('a')], [stored('a')])).toMatchObject([
      {
        action: 'create',
        itemId: 'item-a',
        item: { content: { externalIds: [{ value: 'self-a', relationship: 'self' }] } },
      },
    ]);
  });

  it('costs nothing when all is as wanted', () => {
    expect(plan([wanted('a')], [present('a', hashOf(wanted('a')))])).toEqual([]);
  });

  it('updates the same item by its put-code when what is wanted changed: also for an end date', () => {
    expect(plan([wanted('a', 'Professor')], [present('a', hashOf(wanted('a')))])).toMatchObject([
      { action: 'update', putCode: '7', item: { content: { role: 'Professor' } } },
    ]);
  });

  it('writes again what is there with a content nobody knows', () => {
    expect(plan([wanted('a')], [present('a', null)])).toMatchObject([{ action: 'update', putCode: '7' }]);
  });

  it('does not create what stands of another assertion, where ORCID takes the same only once', () => {
    const keyword = { ...wanted('b'), section: 'keyword', content: 'astronomy' } as const;
    const item = { section: 'keyword', contentHash: contentHash('astronomy') } as const;
    const steps = plan([keyword], [{ ...present('a', null), ...item }, stored('b', { section: 'keyword' })]);
    expect(steps).toMatchObject([{ action: 'remove', itemId: 'item-a' }]);
  });

  it('removes what is no longer wanted', () => {
    expect(plan([], [present('a', 'x')])).toEqual([
      { action: 'remove', itemId: 'item-a', assertionId: 'a', section: 'employment', putCode: '7' },
    ]);
  });

  it.each(['removedByOwner', 'missing', 'notOurs'] as const)('leaves alone what is %s, wanted or not', (state) => {
    expect(plan([wanted('a')], [stored('a', { state })])).toEqual([]);
    expect(plan([], [stored('a', { state })])).toEqual([]);
  });

  it('does not send again what ORCID refused, until it changed', () => {
    const refusedHash = hashOf(wanted('a'));
    expect(plan([wanted('a')], [stored('a', { refusedHash })])).toEqual([]);
    expect(plan([wanted('a', 'Professor')], [stored('a', { refusedHash })])).toMatchObject([{ action: 'create' }]);
  });

  it('is empty again once it was carried out, whatever was wanted and stored', () => {
    const state = fc.constantFrom(...ITEM_STATES);
    const world = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...'abcdef'.split('')), state, isWanted: fc.boolean(), role: fc.string() }),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(world, (people) => {
        const wantedItems = people.filter(({ isWanted }) => isWanted).map(({ id, role }) => wanted(id, role));
        const items = people.map(({ id, state: is }) =>
          is === 'present' ? present(id, 'old') : stored(id, { state: is }),
        );
        const after = items.map((item) =>
          carryOut(
            plan(wantedItems, items).find((step) => step.itemId === item.id),
            item,
          ),
        );
        expect(plan(wantedItems, after)).toEqual([]);
      }),
    );
  });
});

describe('the hash of a content', () => {
  it('does not depend on the order of members, nor on members that say nothing', () => {
    const content = anEmployment();
    const reversed = Object.fromEntries(Object.entries(content).reverse());
    expect(contentHash(Object.assign(reversed, { end: undefined }) as unknown as typeof content)).toBe(
      contentHash(content),
    );
  });

  it('differs when anything differs', () => {
    const role = randomUUID();
    expect(contentHash(anEmployment({ role }))).not.toBe(contentHash(anEmployment({ role: `${role} ` })));
  });
});

function carryOut(step: WriteStep | undefined, item: StoredItem): StoredItem {
  if (step === undefined) return item;
  if (step.action === 'remove') return { ...item, state: 'withdrawn', putCode: null };
  return { ...item, state: 'present', putCode: parsePutCode('7'), contentHash: step.hash };
}
