import { OrcidError } from '../api/orcid-error.ts';
import { type PersonSection, type Section, type SectionName } from '../model/sections.ts';
import { type ClientSettings } from '../settings/settings.ts';
import { type Tree, type TreeValue } from '../shape/shape.ts';
import { externalIdsOf, keyOf } from '../view/grouping.ts';
import { isWrittenBy, type Item } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';

interface Candidate {
  readonly section: Section;
  readonly content: Tree;
  /** Its own put-code when it is an update. */
  readonly putCode?: number;
}

/** The same source may not add the same thing twice. */
export function refuseDuplicate(record: OrcidRecord, candidate: Candidate, client: ClientSettings): void {
  const others = record
    .itemsIn(candidate.section.name)
    .filter((item) => item.putCode !== candidate.putCode && isWrittenBy(item, client.id));
  if (candidate.section.kind === 'person') refuseSamePersonItem(others, candidate.section, candidate.content);
  else refuseSameActivity(others, candidate, client);
}

/**
 * Activities are compared by their `self` identifiers only (S: ActivityValidator.checkExternalIdentifiersForDuplicates).
 * So an affiliation without identifiers is never recognised, and a repeated POST makes a second one.
 */
function refuseSameActivity(others: readonly Item[], { section, content }: Candidate, client: ClientSettings): void {
  const keys = selfKeys(section.name, content);
  const twin = others.find((item) => selfKeys(section.name, item.content).some((key) => keys.includes(key)));
  if (twin === undefined) return;
  throw new OrcidError(9021, { params: { clientName: client.name, putCode: String(twin.putCode) } });
}

/** Contents are never changed, only replaced; a record of 10,000 works would be normalized anew with each work added. */
const KEYS = new WeakMap<Tree, readonly string[]>();

function selfKeys(section: SectionName, content: Tree): readonly string[] {
  const known = KEYS.get(content);
  if (known !== undefined) return known;
  const ids = externalIdsOf(section, content).filter((id) => id['external-id-relationship'] === 'self');
  const keys = ids.map((id) => keyOf(section, id));
  KEYS.set(content, keys);
  return keys;
}

/**
 * Person items are the same when they say the same (S: ProfileKeywordManagerImpl.isDuplicated and its sisters), but for
 * countries, where a text is compared with an enum and so never equal (S: AddressManagerImpl.isDuplicated).
 */
function refuseSamePersonItem(others: readonly Item[], section: PersonSection, content: Tree): void {
  if (section.name === 'address') return;
  const saying = sayingOf(section, content).join(' ');
  if (!others.some((item) => sayingOf(section, item.content).join(' ') === saying)) return;
  const named = section.name === 'external-identifiers' ? textOf(content['external-id-url']) : saying;
  throw new OrcidError(9030, { params: { type: section.item, value: named } });
}

function sayingOf(section: PersonSection, content: Tree): readonly string[] {
  switch (section.name) {
    case 'address':
      return [];
    case 'researcher-urls':
      return [textOf(content['url'])];
    case 'external-identifiers':
      return [textOf(content['external-id-type']), textOf(content['external-id-value'])];
    case 'keywords':
    case 'other-names':
      return [textOf(content['content'])];
  }
}

/** A bare text, or one in its wrapper. */
function textOf(value: TreeValue): string {
  return typeof value === 'string' ? value : ((value as Tree)['value'] as string);
}
