import type { FuzzyDate } from './fuzzy-date.ts';
import type { OrcidId } from './orcid-id.ts';
import type { PutCode } from './put-code.ts';

/** How many items the owner asserts alone, and how many somebody else has confirmed. */
export interface AssertedCounts {
  readonly selfAsserted: number;
  readonly validated: number;
}

export interface SummarizedAffiliation {
  readonly putCode: PutCode;
  readonly kind: string;
  readonly organization: string;
  readonly role?: string;
  readonly url?: string;
  readonly start?: FuzzyDate;
  readonly end?: FuzzyDate;
  /** Whether somebody other than the owner says so. */
  readonly isValidated: boolean;
}

/** All of them are counted; the latest three are shown. */
export interface SummarizedAffiliations {
  readonly count: number;
  readonly latest: readonly SummarizedAffiliation[];
}

export interface SummarizedIdentifier {
  readonly putCode: PutCode;
  readonly type: string;
  readonly value: string;
  readonly url?: string;
  readonly isValidated: boolean;
}

/** The “trust markers” of a record: how much of it others have confirmed. Public data only. */
export interface RecordSummary {
  readonly orcid: OrcidId;
  readonly name?: string;
  readonly createdAt?: Date;
  readonly changedAt?: Date;
  readonly externalIdentifiers: readonly SummarizedIdentifier[];
  readonly employments: SummarizedAffiliations;
  readonly educationsAndQualifications: SummarizedAffiliations;
  readonly professionalActivities: SummarizedAffiliations;
  readonly fundings: AssertedCounts;
  readonly works: AssertedCounts;
  readonly researchResources: AssertedCounts;
  readonly peerReviews: { readonly groups: number; readonly selfAsserted: number; readonly total: number };
  readonly emailDomains: readonly string[];
}
