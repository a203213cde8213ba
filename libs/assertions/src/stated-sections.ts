import type { Section } from '@ligature/orcid-model';
import type { FeedRules } from '@ligature/persistence';

/** Sections of which the institution states items, by its HR export or in items files. */
export function statedSections({ items }: FeedRules): Section[] {
  return [...new Set<Section>(['employment', ...(items?.sections ?? [])])];
}
