import type { Affiliation } from './affiliation.ts';
import type { ExternalId } from './external-id.ts';
import type { FundingSummary } from './funding.ts';
import type { OrcidId } from './orcid-id.ts';
import type { PeerReviewSummary } from './peer-review.ts';
import type { ResearchResourceSummary } from './research-resource.ts';
import type { ResearcherUrl } from './researcher-url.ts';
import type { ItemSource, Seen } from './seen.ts';
import type { WorkSummary } from './work.ts';

type Shown = Pick<Seen<unknown>, 'visibility' | 'createdAt' | 'changedAt'>;

export interface PersonName extends Shown {
  readonly given: string;
  readonly family?: string;
  /** How the person is named in publications. */
  readonly credit?: string;
}

export interface Biography extends Shown {
  readonly text: string;
}

export interface EmailAddress extends Shown {
  readonly address: string;
  readonly isPrimary: boolean;
  readonly isVerified: boolean;
  readonly source: ItemSource;
}

/** Name, other names and biography; each as far as the permission lets us see it. */
export interface PersonalDetails {
  readonly name?: PersonName;
  readonly otherNames: readonly Seen<string>[];
  readonly biography?: Biography;
}

/** Who somebody is. */
export interface RecordPerson extends PersonalDetails {
  readonly researcherUrls: readonly Seen<ResearcherUrl>[];
  readonly emails: readonly EmailAddress[];
  /** Countries. */
  readonly addresses: readonly Seen<string>[];
  readonly keywords: readonly Seen<string>[];
  readonly externalIdentifiers: readonly Seen<ExternalId>[];
}

/** What somebody does: a summary of each item. */
export interface Activities {
  readonly affiliations: readonly Seen<Affiliation>[];
  readonly fundings: readonly Seen<FundingSummary>[];
  readonly peerReviews: readonly Seen<PeerReviewSummary>[];
  readonly researchResources: readonly Seen<ResearchResourceSummary>[];
  readonly works: readonly Seen<WorkSummary>[];
}

export interface RecordHistory {
  /** How the record came to be, e.g. `DIRECT`, `API`, `MEMBER_REFERRED`. */
  readonly creationMethod?: string;
  readonly submittedAt?: Date;
  readonly completedAt?: Date;
  readonly changedAt?: Date;
  readonly deactivatedAt?: Date;
  readonly isClaimed: boolean;
  readonly hasVerifiedEmail: boolean;
  readonly hasVerifiedPrimaryEmail: boolean;
}

/** A whole record, as far as the permission lets us see it. */
export interface OrcidRecord {
  readonly orcid: OrcidId;
  /** Language the person reads ORCID in. */
  readonly language?: string;
  readonly history: RecordHistory;
  readonly person: RecordPerson;
  readonly activities: Activities;
}
