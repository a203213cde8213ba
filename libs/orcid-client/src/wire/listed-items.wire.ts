import {
  ACTIVITY_SECTIONS,
  type ActivitySection,
  type ListedItem,
  PERSON_SECTIONS,
  type PersonSection,
  type Section,
  selfIdsIn,
} from '@ligature/orcid-model';
import { allAt, at, isNothing, objectIn } from './json.ts';
import { SECTION_WIRES } from './section-wires.ts';
import { readSeen } from './seen.wire.ts';

/** Reads one item of a list. @throws UnreadableError */
export function readItem<S extends Section>(section: S, json: unknown): ListedItem<S> {
  const seen = readSeen(SECTION_WIRES[section].summary, json);
  return { section, ...seen, selfIds: selfIdsIn(seen.content) };
}

/** Reads the list of one section, in ORCID's order. @throws UnreadableError */
export function readItems<S extends Section>(section: S, json: unknown): ListedItem<S>[] {
  return allAt(json, SECTION_WIRES[section].listed).map((one) => readItem(section, one));
}

/** Reads the items of all eleven activities. @throws UnreadableError */
export function readActivities(json: unknown): ListedItem<ActivitySection>[] {
  return ACTIVITY_SECTIONS.flatMap((section) => readMember(section, json));
}

/** Reads the items of all five person sections. @throws UnreadableError */
export function readPersonItems(json: unknown): ListedItem<PersonSection>[] {
  return PERSON_SECTIONS.flatMap((section) => readMember(section, json));
}

/** Reads all items of a whole record. @throws UnreadableError also when one of its two halves is missing */
export function readRecordItems(json: unknown): ListedItem[] {
  const { 'activities-summary': activities, person } = objectIn(json);
  return [...readActivities(activities), ...readPersonItems(person)];
}

function readMember<S extends Section>(section: S, json: unknown): ListedItem<S>[] {
  const list = at(objectIn(json), [SECTION_WIRES[section].member]);
  return isNothing(list) ? [] : readItems(section, list);
}
