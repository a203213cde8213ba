import type { Identified } from './external-id.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Organization } from './organization.ts';
import type { Titled } from './translated-title.ts';
import type { UnlistedWord } from './unlisted-word.ts';

export const RESOURCE_TYPES = ['infrastructures', 'collections', 'equipment', 'services'] as const;

/** One thing that was used. */
export interface ResourceItem extends Identified {
  /** At most 1,000 characters. */
  readonly name: string;
  readonly type: (typeof RESOURCE_TYPES)[number] | UnlistedWord;
  /** One to ten, each known to ORCID. */
  readonly hosts: readonly Organization[];
  readonly url?: string;
}

/** The use of facilities that somebody was granted by a proposal, as its source asserts it. */
export interface ResearchResource extends Titled, Identified {
  /** One to ten, each known to ORCID. */
  readonly hosts: readonly Organization[];
  /** Required when there is an end. */
  readonly start?: FuzzyDate;
  readonly end?: FuzzyDate;
  readonly url?: string;
  readonly items: readonly ResourceItem[];
}

/** What a list of research resources has of each. */
export type ResearchResourceSummary = Omit<ResearchResource, 'items'>;
