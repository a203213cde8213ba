import type { Section, SectionItem } from '@ligature/orcid-model';
import { WIRES } from '../wire/sections.ts';
import { writeChecked } from '../wire/write-checked.ts';

/**
 * Writes an item as ORCID takes it.
 * @throws InvalidItemError when ORCID would not take it; then nothing is sent
 * @throws TypeError when an affiliation is sent to another section than its own: ORCID would store it there
 */
export function writeItem<S extends Section>({ section, content }: SectionItem<S>, path: string): unknown {
  if (typeof content === 'object' && 'kind' in content && content.kind !== section) {
    throw new TypeError(`An affiliation of the kind ${content.kind} does not belong to the section ${section}.`);
  }
  return writeChecked(WIRES[section].content, content, path);
}
