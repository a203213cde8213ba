import { type ListedItem, ownId, parsePutCode, type Section, selfIdsIn } from '@ligature/orcid-model';
import { anEmployment, aWork } from '@ligature/orcid-model/testing';
import type { Creation } from './plan.ts';
import { UnclaimedItems } from './unclaimed-items.ts';

type Content = ListedItem['content'];

const DOI = { type: 'doi', value: '10.5555/1', relationship: 'self' } as const;
const job = (selfId: string, role = 'Lecturer') => anEmployment({ role, externalIds: [ownId(selfId)] });
const work = (selfId: string) => aWork({ externalIds: [DOI, ownId(selfId)] });

const listed = (putCode: number, section: Section, content: Content): ListedItem =>
  ({ putCode: parsePutCode(String(putCode)), section, content, source: {}, selfIds: selfIdsIn(content) }) as ListedItem;
const creation = (selfId: string, section: Section, content: unknown): Creation =>
  ({ action: 'create', itemId: selfId, assertionId: selfId, selfId, hash: '', item: { section, content } }) as Creation;

/** What is taken for each creation. */
const taken = (items: readonly ListedItem[], creations: readonly Creation[], selfIds: readonly string[] = []) => {
  const found = new UnclaimedItems(items, new Set(selfIds)).take(creations);
  return creations.map((one) => {
    const match = found.get(one);
    return match && [match.kept.putCode, ...match.copies];
  });
};

describe('items that no row knows', () => {
  it('are each taken for their own of two that say the same', () => {
    const there = [listed(1, 'employment', job('b')), listed(2, 'employment', job('a'))];
    const wanted = [creation('a', 'employment', job('a')), creation('b', 'employment', job('b'))];
    expect(taken(there, wanted, ['a', 'b'])).toEqual([['2'], ['1']]);
  });

  it('are taken by an identifier of ours though they say something else, the oldest of two with its copy', () => {
    const there = [listed(10, 'employment', job('a')), listed(9, 'employment', job('a', 'Professor'))];
    expect(taken(there, [creation('a', 'employment', job('a'))])).toEqual([['9', '10']]);
  });

  it('are taken by what ORCID takes for the same, or by content, without a copy: that may be meant', () => {
    const works = [listed(1, 'work', work('old')), listed(2, 'work', work('older'))];
    expect(taken(works, [creation('a', 'work', work('a'))])).toEqual([['1']]);
    const jobs = [listed(3, 'employment', job('old')), listed(4, 'employment', job('older'))];
    expect(taken(jobs, [creation('a', 'employment', job('a'))])).toEqual([['3']]);
  });

  it('are never taken where their identifier belongs to another row, whatever they say', () => {
    const there = [listed(1, 'employment', job('b')), listed(2, 'work', work('b'))];
    const wanted = [creation('a', 'employment', job('a')), creation('c', 'work', work('c'))];
    expect(taken(there, wanted, ['a', 'b', 'c'])).toEqual([undefined, undefined]);
  });

  it('are taken once, and not for what differs', () => {
    const there = [listed(1, 'keyword', 'pots'), listed(2, 'keyword', 'cracks')];
    const wanted = ['pots', 'glaze'].map((word) => creation(word, 'keyword', word));
    expect(taken(there, [...wanted, creation('again', 'keyword', 'pots')])).toEqual([['1'], undefined, undefined]);
    expect(taken([listed(3, 'employment', job('x', 'Dean'))], [creation('a', 'employment', job('a'))])).toEqual([
      undefined,
    ]);
  });

  it('count as copies where a section has no identifiers and ORCID took the same twice', () => {
    const there = [listed(6, 'address', 'DE'), listed(5, 'address', 'DE')];
    expect(taken(there, [creation('a', 'address', 'DE')])).toEqual([['5', '6']]);
  });
});
