import type { UnlistedWord } from './unlisted-word.ts';

export const GROUP_TYPES = [
  'publisher',
  'institution',
  'journal',
  'conference',
  'newspaper',
  'newsletter',
  'magazine',
  'peer-review service',
] as const;

/** What peer reviews are shown under: a journal, a funder, a service. */
export interface PeerReviewGroup {
  /** `issn:0264-3561`, `orcid-generated:…`, `ringgold:…`, `fundref:…`, `publons:…` */
  readonly id: string;
  /** At most 1,000 characters. */
  readonly name: string;
  readonly description: string;
  readonly type: (typeof GROUP_TYPES)[number] | UnlistedWord;
}
