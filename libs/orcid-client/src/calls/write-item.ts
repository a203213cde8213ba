import type { Section, SectionItem } from '@ligature/orcid-model';
import { SECTION_WIRES } from '../wire/section-wires.ts';
import { writeChecked } from '../wire/write-checked.ts';

/**
 * Writes an item as ORCID takes it.
 * @throws InvalidItemError when ORCID would not take it; then nothing is sent
 * @throws TypeError when an affiliation is sent to another section than its own, where ORCID would store it
 */
export function writeItem<S extends Section>({ section, content }: SectionItem<S>, path: string): unknown {
  if (typeof content === 'object' && 'kind' in content && content.kind !== section) {
    throw new TypeError(`An affiliation of the kind ${content.kind} does not belong to the section ${section}.`);
  }
  return writeChecked(SECTION_WIRES[section].content, content, path);
}
