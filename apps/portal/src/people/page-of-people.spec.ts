import type { PersonRow } from '@ligature/persistence';
import { pageOfPeople } from './page-of-people.ts';

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

describe('people, a page at a time', () => {
  const all = Array.from({ length: 5 }, (_, at) => ({ id: idOf(at) }) as PersonRow);
  const find = ({ afterId, limit }: { afterId: string | undefined; limit: number }) => {
    const begin = all.findIndex(({ id }) => id === afterId) + 1;
    return Promise.resolve(all.slice(begin, begin + limit));
  };

  it.each([1, 2, 3, 5, 6])('are each there once, %i on a page, and the last page names no next', async (size) => {
    const seen: PersonRow[] = [];
    let next: string | undefined;
    do {
      const page = await pageOfPeople(next, size, find);
      expect(page.people.length).toBeLessThanOrEqual(size);
      seen.push(...page.people);
      next = page.next;
    } while (next !== undefined);
    expect(seen).toEqual(all);
  });

  it.each([
    ['no id', 'x'],
    ['two', [idOf(0), idOf(1)]],
    ['nothing', undefined],
  ])('begin at the first for an address with %s', async (_, after) => {
    expect((await pageOfPeople(after, 2, find)).people).toEqual(all.slice(0, 2));
  });
});
