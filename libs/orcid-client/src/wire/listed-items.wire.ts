import {
  ACTIVITY_SECTIONS,
  type ActivitySection,
  type ListedItem,
  PERSON_SECTIONS,
  type PersonSection,
  type Section,
  selfIdsIn,
} from '@ligature/orcid-model';
import { allAt, at, isNothing, type Json, objectIn } from './json.ts';
import { SECTION_WIRES } from './section-wires.ts';
import { readSeen } from './seen.wire.ts';
import { UnreadableError } from './unreadable.error.ts';

/** Reads one item of a list. @throws UnreadableError */
export function readItem<S extends Section>(section: S, json: unknown): ListedItem<S> {
  const seen = readSeen(SECTION_WIRES[section].summary, json);
  return { section, ...seen, selfIds: selfIdsIn(seen.content) };
}

/** Reads the list of one section, in ORCID's order. @throws UnreadableError also when it is an object, but no list */
export function readItems<S extends Section>(section: S, json: unknown): ListedItem<S>[] {
  const { listed } = SECTION_WIRES[section];
  return allAt(withOneOf(json, listed.slice(0, 1)), listed).map((one) => readItem(section, one));
}

/** Reads the items of all eleven activities. @throws UnreadableError also when no list is named */
export function readActivities(json: unknown): ListedItem<ActivitySection>[] {
  return itemsIn(ACTIVITY_SECTIONS, withOneOf(json, membersOf(ACTIVITY_SECTIONS)));
}

/** Reads the items of all five person sections. @throws UnreadableError also when no list is named */
export function readPersonItems(json: unknown): ListedItem<PersonSection>[] {
  return itemsIn(PERSON_SECTIONS, withOneOf(json, membersOf(PERSON_SECTIONS)));
}

/** Reads the items of these sections, as far as they are shown. @throws UnreadableError */
export function itemsIn<S extends Section>(sections: readonly S[], json: unknown): ListedItem<S>[] {
  return sections.flatMap((section) => readMember(section, json));
}

/** Reads all items of a whole record. @throws UnreadableError also when one of its two halves is missing */
export function readRecordItems(json: unknown): ListedItem[] {
  const { 'activities-summary': activities, person } = objectIn(json);
  return [...readActivities(activities), ...readPersonItems(person)];
}

function membersOf(sections: readonly Section[]): string[] {
  return sections.map((section) => SECTION_WIRES[section].member);
}

/**
 * ORCID names every list, also where nothing is in it: an answer that names none, such as `{}`, says nothing, and nobody
 * may take it for a record without items.
 */
function withOneOf(json: unknown, members: readonly string[]): Json {
  const found = objectIn(json);
  if (members.some((member) => member in found)) return found;
  throw new UnreadableError(`an object with ${members.join(', ')}`);
}

function readMember<S extends Section>(section: S, json: unknown): ListedItem<S>[] {
  const list = at(objectIn(json), [SECTION_WIRES[section].member]);
  return isNothing(list) ? [] : readItems(section, list);
}
