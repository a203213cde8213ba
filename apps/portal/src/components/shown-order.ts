import { isSection, type Section } from '@ligature/orcid-model';
import type { Texts } from '../texts/en.ts';

/** The sections in the order in which the texts name them, which is ORCID's own on a record. */
export function inShownOrder({ sections: names }: Texts, sections: Iterable<Section>): Section[] {
  const wanted = new Set(sections);
  return Object.keys(names).filter((name): name is Section => isSection(name) && wanted.has(name));
}
