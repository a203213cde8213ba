import { SECTIONS } from '../model/sections.ts';
import { type Tree, type TreeValue } from '../shape/shape.ts';
import { type Item } from '../registry/item.ts';
import { type ViewContext } from './view-context.ts';
import { sourceTree } from './source-tree.ts';

/**
 * An item with everything around it. The full document and the summary are written from the same tree: each takes the
 * properties it knows, and a review's summary knows two of them under other names.
 */
export function itemTree(context: ViewContext, orcid: string, item: Item): Tree {
  const section = SECTIONS[item.section];
  return {
    ...withoutMails(item.content),
    ...(item.section === 'peer-review' ? reviewNames(item.content) : {}),
    'created-date': { value: item.created },
    'last-modified-date': { value: item.modified },
    source: sourceTree(context, item.source),
    'put-code': item.putCode,
    path: `/${orcid}/${item.section}/${item.putCode}`,
    visibility: item.visibility,
    'display-index': section.kind === 'activity' ? String(item.displayIndex) : item.displayIndex,
  };
}

/** Nobody is shown a contributor's mail, not even who wrote it (ContributorUtils.filterContributorPrivateData). */
function withoutMails(content: Tree): Tree {
  const { contributors } = content;
  if (!isTree(contributors) || !Array.isArray(contributors['contributor'])) return content;
  const contributor = contributors['contributor'].map((one) =>
    isTree(one) ? { ...one, 'contributor-email': undefined } : one,
  );
  return { ...content, contributors: { ...contributors, contributor } };
}

function isTree(value: TreeValue): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reviewNames(content: Tree): Tree {
  return { 'external-ids': content['review-identifiers'], 'completion-date': content['review-completion-date'] };
}
