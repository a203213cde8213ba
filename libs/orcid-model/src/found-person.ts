import type { OrcidId } from './orcid-id.ts';

/** What a search shows of one person: public data only. */
export interface FoundPerson {
  readonly orcid: OrcidId;
  readonly givenNames?: string;
  readonly familyNames?: string;
  readonly creditName?: string;
  readonly otherNames: readonly string[];
  readonly emails: readonly string[];
  readonly institutions: readonly string[];
}
