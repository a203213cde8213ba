import type { FundingContributor } from './contributor.ts';
import type { Identified } from './external-id.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Organization } from './organization.ts';
import type { Titled } from './translated-title.ts';
import type { UnlistedWord } from './unlisted-word.ts';

export const FUNDING_TYPES = ['grant', 'contract', 'award', 'salary-award'] as const;

export type FundingType = (typeof FUNDING_TYPES)[number];

export interface Amount {
  /** Decimal digits, e.g. `250000.00`. */
  readonly value: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** Money somebody was given for research, as its source asserts it. The funder must be known to ORCID. */
export interface Funding extends Titled, Identified {
  readonly type: FundingType | UnlistedWord;
  /** What the funder calls it, at most 255 characters. */
  readonly ownType?: string;
  /** At most 5,000 characters. */
  readonly description?: string;
  readonly amount?: Amount;
  readonly url?: string;
  /** Required when there is an end. */
  readonly start?: FuzzyDate;
  readonly end?: FuzzyDate;
  readonly contributors: readonly FundingContributor[];
  readonly organization: Organization;
}

/** What a list of fundings has of each. */
export type FundingSummary = Omit<Funding, 'ownType' | 'description' | 'amount' | 'contributors'>;
