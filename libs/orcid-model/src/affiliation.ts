import type { Identified } from './external-id.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Organization } from './organization.ts';
import type { AffiliationKind } from './sections.ts';

/** One affiliation as its source asserts it; what ORCID adds (put-code, dates of change, source) is beside it, not in it. */
export interface Affiliation extends Identified {
  /** The section it belongs to. A member of the content, so that its stored hash covers it. */
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
