import {
  ACTIVITY_SECTIONS,
  type ListedItem,
  PERSON_SECTIONS,
  type Section,
  SECTIONS,
  selfIdsIn,
} from '@ligature/orcid-model';
import { allAt, at, isNothing, objectIn } from './json.ts';
import { WIRES } from './sections.ts';
import { readSeen } from './seen.wire.ts';

/** Reads the list of one section, in ORCID's order. @throws UnreadableError */
export function readItems<S extends Section>(section: S, json: unknown): ListedItem<S>[] {
  const { listed, summary } = WIRES[section];
  return allAt(json, listed).map((one) => {
    const seen = readSeen(summary, one);
    return { section, ...seen, selfIds: selfIdsIn(seen.content) };
  });
}

/** Reads the activities of a record, of all eleven sections. */
export function readActivityItems(json: unknown): ListedItem[] {
  return ACTIVITY_SECTIONS.flatMap((section) => readMember(section, json, SECTIONS[section].listPath));
}

/** Reads the items of all five person sections. */
export function readPersonItems(json: unknown): ListedItem[] {
  return PERSON_SECTIONS.flatMap((section) =>
    readMember(section, json, MEMBERS[section] ?? SECTIONS[section].listPath),
  );
}

/** Reads all items of a whole record. @throws UnreadableError also when one of its two halves is missing */
export function readRecordItems(json: unknown): ListedItem[] {
  const { 'activities-summary': activities, person } = objectIn(json);
  return [...readActivityItems(objectIn(activities)), ...readPersonItems(objectIn(person))];
}

/** Where a list is called otherwise inside a record than in its path (record_3.0/person-3.0.xsd). */
const MEMBERS: Partial<Record<Section, string>> = { address: 'addresses' };

function readMember(section: Section, json: unknown, member: string): ListedItem[] {
  const list = at(objectIn(json), [member]);
  return isNothing(list) ? [] : readItems(section, list);
}
