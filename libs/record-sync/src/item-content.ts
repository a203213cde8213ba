import type { WantedContent } from '@ligature/assertions';
import {
  type ContentOf,
  type ExternalId,
  ownId,
  type Section,
  type SectionItem,
  SECTIONS,
} from '@ligature/orcid-model';

/** What may carry an identifier of ours. */
interface Identifiable {
  readonly externalIds?: readonly ExternalId[];
}

/**
 * What is written: what is asserted, and where the section has identifiers, our own. It makes the item findable again, and
 * makes ORCID notice a second one (409/9021).
 */
export function withSelfId(section: Section, content: WantedContent, selfId: string): ContentOf {
  if (!SECTIONS[section].hasExternalIds) return content as ContentOf;
  const { externalIds = [] } = content as Identifiable;
  return { ...(content as object), externalIds: [...externalIds, ownId(selfId)] } as unknown as ContentOf;
}

/** The content with its section: they belong together by where they come from, which TypeScript cannot see. */
export function sectionItem(section: Section, content: ContentOf): SectionItem {
  return { section, content } as SectionItem;
}
