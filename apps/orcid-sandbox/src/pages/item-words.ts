import { type FuzzyDate } from '../model/fuzzy-date.ts';
import { partsOf } from '../rules/dates.rules.ts';
import { type Tree } from '../shape/shape.ts';
import { externalIdsOf } from '../view/grouping.ts';
import { type Item } from '../registry/item.ts';

/** The headline of an item, whatever its type. */
export function headline({ content }: Item): string {
  const proposal = content['proposal'] as Tree | undefined;
  const candidates = [
    content['role-title'],
    textAt(content, 'title', 'title', 'value'),
    textAt(proposal, 'title', 'title', 'value'),
    content['review-group-id'],
    content['content'],
    content['url-name'],
    textAt(content, 'organization', 'name'),
    textAt(content, 'url', 'value'),
    textAt(content, 'country', 'value'),
    content['external-id-value'],
  ];
  return candidates.find((candidate) => typeof candidate === 'string') ?? 'Item';
}

/** Organisation, department and the like, one line each, without what the headline says. */
export function details(item: Item): string[] {
  const { content } = item;
  const start = dateWords(content['start-date'] as FuzzyDate | undefined);
  const end = dateWords(content['end-date'] as FuzzyDate | undefined);
  const span = start === '' && end === '' ? '' : `${start || '…'} to ${end || 'present'}`;
  const ids = externalIdsOf(item.section, content).map(
    (id) =>
      `${id['external-id-type'] ?? ''}: ${id['external-id-value'] ?? ''} (${id['external-id-relationship'] ?? ''})`,
  );
  const lines = [textAt(content, 'organization', 'name'), content['department-name'], content['type'], span, ...ids];
  const said = headline(item);
  return lines.filter((line): line is string => typeof line === 'string' && line !== '' && line !== said);
}

/** Where more is said about the item: at the institution, mostly. Only what a browser can follow without harm. */
export function linkOf({ content }: Item): string | undefined {
  const proposal = content['proposal'] as Tree | undefined;
  const candidates = [content, proposal].flatMap((part) => [
    textAt(part, 'url', 'value'),
    textAt(part, 'review-url', 'value'),
    textAt(part, 'external-id-url', 'value'),
  ]);
  return candidates.find((url): url is string => typeof url === 'string' && /^https?:\/\//.test(url));
}

function dateWords(date: FuzzyDate | undefined): string {
  return date === undefined
    ? ''
    : partsOf(date)
        .filter((part) => part !== undefined)
        .join('-');
}

function textAt(tree: Tree | undefined, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Tree | undefined)?.[key], tree);
}
