import type { ContentOf, FuzzyDate } from '@ligature/orcid-model';

/** The end that a content states, where its kind has one. */
export function endOf(content: ContentOf | null): FuzzyDate | undefined {
  return typeof content === 'object' && content !== null && 'end' in content ? content.end : undefined;
}
