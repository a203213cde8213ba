import type { ExternalId, Identified } from './external-id.ts';
import type { FundingType } from './funding.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Organization } from './organization.ts';
import type { Titled } from './translated-title.ts';
import type { UnlistedWord } from './unlisted-word.ts';
import type { WorkType } from './work.ts';

export const REVIEWER_ROLES = ['reviewer', 'editor', 'member', 'chair', 'organizer'] as const;

export const REVIEW_TYPES = ['review', 'evaluation'] as const;

/** What was reviewed; all of it may be left out where the review is blind. */
export interface ReviewSubject extends Partial<Titled> {
  readonly type?: WorkType | FundingType | 'research-resource-proposal' | UnlistedWord;
  readonly subtitle?: string;
  /** Journal or programme it belongs to. */
  readonly container?: string;
  readonly externalId?: ExternalId;
  readonly url?: string;
}

/** A review somebody did, as its source asserts it. */
export interface PeerReview extends Identified {
  readonly role: (typeof REVIEWER_ROLES)[number] | UnlistedWord;
  readonly type: (typeof REVIEW_TYPES)[number] | UnlistedWord;
  readonly completed: FuzzyDate;
  /** Group at ORCID under which the review is shown, e.g. `issn:0264-3561`; must be registered. */
  readonly groupId: string;
  readonly organization: Organization;
  readonly url?: string;
  readonly subject?: ReviewSubject;
}

/** What a list of peer reviews has of each. */
export type PeerReviewSummary = Omit<PeerReview, 'subject'>;
