import { contentFaults, type Fault } from '@ligature/orcid-client';
import { isAffiliationKind, ownId, SECTIONS } from '@ligature/orcid-model';
import type { AssertedContent } from '@ligature/persistence';
import type { Statement } from './items-line.ts';

/** What a statement asserts, or what is to be corrected. */
export type ContentOutcome =
  | { readonly kind: 'asserted'; readonly content: AssertedContent }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** What an affiliation has elsewhere, and where. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  start: 'stands beside the content, as "starts"',
  end: 'stands beside the content, as "ends"',
  externalIds: 'is ours to add: leave it out',
};

/** An identifier of ours is added when the item is written; which one it is makes no difference to the rules. */
const OURS = ownId('ours');

/** Holds what a line states against the rules of its section: those by which ORCID would refuse it. */
export function readContent(statement: Statement): ContentOutcome {
  const misplaced = misplacedIn(statement);
  if (misplaced.length > 0) return { kind: 'refused', reasons: misplaced };
  const { section } = statement;
  const faults = contentFaults(section, asWritten(statement));
  const content = asAsserted(statement);
  if (isAsserted(content, faults)) return { kind: 'asserted', content };
  return { kind: 'refused', reasons: faults.map(({ at, problem }) => `${pathOf(at)} ${problem}.`) };
}

function misplacedIn({ section, content, starts, ends }: Statement): string[] {
  if (isAffiliationKind(section)) {
    if (!isObject(content)) return [];
    const names = Object.keys(ELSEWHERE).filter((name) => name in content);
    return names.map((name) => `content.${name} ${ELSEWHERE[name] ?? ''}.`);
  }
  if (starts === undefined && ends === undefined) return [];
  const { dates } = SECTIONS[section];
  const own = dates.length === 0 ? 'has no dates' : `has its dates in the content: ${dates.join(', ')}`;
  return [`starts and ends are for affiliations; ${section} ${own}.`];
}

/** The content as the item will stand at ORCID on its last day. */
function asWritten({ section, content, starts, ends }: Statement): unknown {
  if (!isObject(content)) return content;
  if (isAffiliationKind(section)) {
    const dates = { ...(starts && { start: starts }), ...(ends && { end: ends }) };
    return { kind: section, ...content, ...dates, externalIds: [OURS] };
  }
  return isList(content['externalIds']) ? { ...content, externalIds: [...content['externalIds'], OURS] } : content;
}

/** The content as it is kept: an affiliation says which kind it is. */
function asAsserted({ section, content }: Statement): unknown {
  return isAffiliationKind(section) && isObject(content) ? { kind: section, ...content } : content;
}

/** That nothing of it is at fault shows that it is one, which TypeScript cannot see. */
function isAsserted(_content: unknown, faults: readonly Fault[]): _content is AssertedContent {
  return faults.length === 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function pathOf(at: string): string {
  return at === '' ? 'content' : `content.${at}`;
}
