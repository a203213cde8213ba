import { type ExternalId } from '../model/external-id.ts';
import { normalize } from '../model/normalize.ts';
import { type SectionName } from '../model/sections.ts';
import { type Tree } from '../shape/shape.ts';
import { type Item } from '../registry/item.ts';

export interface ItemGroup {
  readonly externalIds: ExternalId[];
  readonly items: Item[];
}

/**
 * Items that share an identifier stand together, and so do all that are linked through one of them
 * (S: ActivitiesGroupGenerator). The preferred one, with the highest display index, comes first.
 */
export function groupItems(items: readonly Item[]): ItemGroup[] {
  const groups = new Set<ItemGroup>();
  const byKey = new Map<string, ItemGroup>();
  for (const item of items) {
    const ids = groupableIds(item);
    const group: ItemGroup = { externalIds: [], items: [] };
    const joined = new Set(ids.flatMap((id) => byKey.get(keyOf(item.section, id)) ?? []));
    for (const other of joined) {
      groups.delete(other);
      group.externalIds.push(...other.externalIds);
      group.items.push(...other.items);
    }
    group.items.push(item);
    for (const id of ids) if (!byKey.has(keyOf(item.section, id))) group.externalIds.push(id);
    for (const id of group.externalIds) byKey.set(keyOf(item.section, id), group);
    groups.add(group);
  }
  for (const group of groups) group.items.sort((a, b) => b.displayIndex - a.displayIndex);
  return [...groups];
}

/** The identifiers of an item, wherever its type keeps them. */
export function externalIdsOf(section: SectionName, content: Tree): readonly ExternalId[] {
  const holder = section === 'research-resource' ? (content['proposal'] as Tree | undefined) : content;
  const ids = holder?.[section === 'peer-review' ? 'review-identifiers' : 'external-ids'] as Tree | undefined;
  return (ids?.['external-id'] ?? []) as ExternalId[];
}

/** What makes two identifiers the same; a funding's value counts as it was sent. */
export function keyOf(section: SectionName, id: ExternalId): string {
  const { 'external-id-type': type = '', 'external-id-value': value = '' } = id;
  return `${type} ${(section === 'funding' ? '' : normalize(type, value)) || value}`;
}

function groupableIds(item: Item): ExternalId[] {
  return externalIdsOf(item.section, item.content).filter(
    (id) => !['part-of', 'funded-by'].includes(id['external-id-relationship'] ?? ''),
  );
}
