import { type Viewer } from '../api/viewer.ts';
import { OLD_ACTIVITIES } from '../model/version-two.ts';
import { type Activity, SECTIONS } from '../model/sections.ts';
import { type Tree } from '../shape/shape.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { activityListTree } from './activities-tree.ts';
import { latest } from './latest.ts';
import { recordTree } from './record-tree.ts';
import { type ViewContext } from './view-context.ts';

/** A list of v3.0 without the groups that v2 does not have. */
export function oldActivityListTree(
  context: ViewContext,
  record: OrcidRecord,
  section: Activity,
  viewer: Viewer,
): Tree {
  const list = activityListTree(context, record, section, viewer);
  const key = section.summary.name;
  const summaries = members(list, 'affiliation-group').flatMap((group) => members(group, 'summaries'));
  return {
    ...list,
    [key]: summaries.map((summary) => summary[key]),
    group: members(list, 'group').map((group) => withoutInnerGroups(group, key)),
  };
}

export function oldActivitiesTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  const lists = OLD_ACTIVITIES.map((name) => {
    const section = SECTIONS[name] as Activity;
    return [section.listPath, oldActivityListTree(context, record, section, viewer)] as const;
  });
  const modified = lists.flatMap(([, list]) => {
    const date = list['last-modified-date'] as { value: number } | undefined;
    return date === undefined ? [] : [date.value];
  });
  return { ...latest(modified), ...Object.fromEntries(lists), path: `/${record.orcid}/activities` };
}

export function oldRecordTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  return {
    ...recordTree(context, record, viewer),
    'activities-summary': oldActivitiesTree(context, record, viewer),
  };
}

function withoutInnerGroups(group: Tree, key: string): Tree {
  const inner = members(group, 'peer-review-group').flatMap((one) => members(one, key));
  return inner.length === 0 ? group : { ...group, [key]: inner };
}

function members(tree: Tree, name: string): Tree[] {
  return (tree[name] ?? []) as Tree[];
}
