import { type Viewer } from '../api/viewer.ts';
import { type Activity, ACTIVITIES, isAffiliation, SECTIONS } from '../model/sections.ts';
import { type Tree } from '../shape/shape.ts';
import { type Item } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { groupItems, type ItemGroup } from './grouping.ts';
import { itemTree } from './item-tree.ts';
import { latest } from './latest.ts';
import { type ViewContext } from './view-context.ts';

/** `GET /{orcid}/employments`: what the viewer may see, in groups. */
export function activityListTree(context: ViewContext, record: OrcidRecord, section: Activity, viewer: Viewer): Tree {
  const items = visibleItems(record, section, viewer);
  const list = section.name === 'peer-review' ? reviewGroups(items) : groupItems(items);
  const key = isAffiliation(section.name) ? 'affiliation-group' : 'group';
  return {
    ...latest(items.map((item) => item.modified)),
    [key]: list.map((group) => groupTree(context, record.orcid, section, group)),
    path: `/${record.orcid}/${section.listPath}`,
  };
}

/** `GET /{orcid}/activities`. */
export function activitiesTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  const lists = ACTIVITIES.map((name) => SECTIONS[name]).filter((section) => section.kind === 'activity');
  const modified = lists.flatMap((section) => visibleItems(record, section, viewer).map((item) => item.modified));
  return {
    ...latest(modified),
    ...Object.fromEntries(
      lists.map((section) => [section.listPath, activityListTree(context, record, section, viewer)]),
    ),
    path: `/${record.orcid}/activities`,
  };
}

function visibleItems(record: OrcidRecord, section: Activity, viewer: Viewer): Item[] {
  return record.itemsIn(section.name).filter((item) => viewer.whyHidden(item, section.scopes.read) === undefined);
}

interface ReviewGroup extends ItemGroup {
  readonly duplicates: readonly ItemGroup[];
}

/** Reviews stand together by the group they were made for, and in it by their identifiers. */
function reviewGroups(items: readonly Item[]): ReviewGroup[] {
  const byGroup = Map.groupBy(items, (item) => item.content['review-group-id'] as string);
  return [...byGroup].map(([groupId, reviews]) => ({
    externalIds: [{ 'external-id-type': 'peer-review', 'external-id-value': groupId }],
    items: reviews,
    duplicates: groupItems(reviews),
  }));
}

function groupTree(context: ViewContext, orcid: string, section: Activity, group: ItemGroup | ReviewGroup): Tree {
  const head: Tree = {
    ...latest(group.items.map((item) => item.modified)),
    'external-ids': { 'external-id': group.externalIds as Tree[] },
  };
  if ('duplicates' in group) {
    const inner = group.duplicates.map((duplicate) => groupTree(context, orcid, section, duplicate));
    return { ...head, 'peer-review-group': inner };
  }
  const summaries = group.items.map((item) => itemTree(context, orcid, item));
  const key = section.summary.name;
  return isAffiliation(section.name)
    ? { ...head, summaries: summaries.map((summary) => ({ [key]: summary })) }
    : { ...head, [key]: summaries };
}
