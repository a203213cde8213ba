import type { Identified } from './external-id.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Organization } from './organization.ts';

/** The seven kinds of affiliation an ORCID record holds, in ORCID's words. */
export const AFFILIATION_KINDS = [
  'distinction',
  'education',
  'employment',
  'invited-position',
  'membership',
  'qualification',
  'service',
] as const;

export type AffiliationKind = (typeof AFFILIATION_KINDS)[number];

/** One affiliation as its source asserts it; what ORCID adds (put-code, dates of change, source) is beside it, not in it. */
export interface Affiliation extends Identified {
  readonly kind: AffiliationKind;
  readonly organization: Organization;
  /** Department, at most 4,000 characters. */
  readonly department?: string;
  /** Role or title, at most 4,000 characters. */
  readonly role?: string;
  readonly start?: FuzzyDate;
  readonly end?: FuzzyDate;
  readonly url?: string;
}
