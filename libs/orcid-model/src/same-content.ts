import type { ExternalId } from './external-id.ts';
import { normalizedId } from './normalized-id.ts';
import type { ContentOf, SummaryOf } from './section-content.ts';
import { type Section, SECTIONS } from './sections.ts';

/**
 * Whether an item that says `b` would have to be changed to say `a`. White space around a text and the order of
 * identifiers mean nothing (our choice); identifiers are compared as ORCID compares them: normalized, but in fundings as
 * they stand (ActivityValidator.checkExternalIdentifiersForDuplicates). The contents must be full, not summaries.
 */
export function sameContent<S extends Section>(section: S, a: ContentOf<S>, b: ContentOf<S>): boolean {
  const keyOf = keyFor(section);
  return canonical(a, keyOf) === canonical(b, keyOf);
}

/**
 * Whether two items of one source are one at ORCID, which refuses the second as a duplicate (409/9021, 409/9030):
 * activities that share a `self` identifier, items of a person that say the same in what identifies them (the address of
 * a researcher URL whatever its name; type and value of an identifier whatever its URL), letter by letter: `isDuplicated`
 * in ResearcherUrlManagerImpl, ProfileKeywordManagerImpl, OtherNameManagerImpl and ExternalIdentifierManagerImpl. Of
 * addresses ORCID takes the same country twice; to us it is one. Summaries are enough.
 */
export function isSameItem<S extends Section>(
  section: S,
  a: ContentOf<S> | SummaryOf<S>,
  b: ContentOf<S> | SummaryOf<S>,
): boolean {
  const { identifiedBy }: { readonly identifiedBy: readonly string[] } = SECTIONS[section];
  if (!SECTIONS[section].hasExternalIds) return identityOf(a, identifiedBy) === identityOf(b, identifiedBy);
  const ours = new Set(selfKeysOf(a, keyFor(section)));
  return selfKeysOf(b, keyFor(section)).some((key) => ours.has(key));
}

type IdKey = (id: Pick<ExternalId, 'type' | 'value'>) => string;

function keyFor(section: Section): IdKey {
  return SECTIONS[section].comparesIds === 'as-sent' ? ({ value }) => value.trim() : normalizedId;
}

function selfKeysOf(content: ContentOf | SummaryOf, keyOf: IdKey): string[] {
  if (typeof content === 'string' || !('externalIds' in content)) return [];
  const own = content.externalIds.filter(({ relationship }) => relationship === 'self');
  return own.map((id) => `${id.type} ${keyOf(id)}`);
}

function identityOf(content: ContentOf | SummaryOf, members: readonly string[]): string {
  if (typeof content === 'string') return content.trim();
  return canonical(Object.fromEntries(Object.entries(content).filter(([name]) => members.includes(name))));
}

/** A text that is equal for equal values: members in one order, missing ones left out, identifiers sorted. */
function canonical(value: unknown, keyOf: IdKey = ({ value }) => value): string {
  if (Array.isArray(value)) {
    const members = value.map((one) => canonical(one, keyOf));
    return `[${(value.every(isExternalId) ? members.sort() : members).join()}]`;
  }
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(typeof value === 'string' ? value.trim() : value);
  const said = isExternalId(value) ? { ...value, value: keyOf(value) } : value;
  const members = Object.entries(said).filter(([, one]) => one !== undefined);
  return `{${members
    .map(([name, one]) => `${name}:${canonical(one, keyOf)}`)
    .sort()
    .join()}}`;
}

function isExternalId(value: unknown): value is ExternalId {
  return typeof value === 'object' && value !== null && 'relationship' in value;
}
