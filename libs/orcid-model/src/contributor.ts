import type { OrcidId } from './orcid-id.ts';
import type { UnlistedWord } from './unlisted-word.ts';

/** The fourteen roles of CRediT, in ORCID's spelling. https://credit.niso.org */
export const CREDIT_ROLES = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;

export type CreditRole = `http://credit.niso.org/contributor-roles/${(typeof CREDIT_ROLES)[number]}/`;

/** Names a role of CRediT as ORCID wants it: by its address. */
export function creditRole<Role extends (typeof CREDIT_ROLES)[number]>(
  role: Role,
): `http://credit.niso.org/contributor-roles/${Role}/` {
  return `http://credit.niso.org/contributor-roles/${role}/`;
}

/** ORCID's own roles in a work (work-3.0.xsd, contributor-role). */
export const WORK_ROLES = [
  'author',
  'assignee',
  'editor',
  'chair-or-translator',
  'co-investigator',
  'co-inventor',
  'graduate-student',
  'other-inventor',
  'principal-investigator',
  'postdoctoral-researcher',
  'support-staff',
] as const;

export const FUNDING_ROLES = ['lead', 'co-lead', 'supported-by', 'other-contribution'] as const;

export const CONTRIBUTOR_SEQUENCES = ['first', 'additional'] as const;

/** Who had a part in something. Several roles of one person are several contributors. */
export interface Contributor<Role extends string> {
  readonly orcid?: OrcidId;
  /** At most 150 characters. */
  readonly name?: string;
  readonly role?: Role | CreditRole | UnlistedWord;
}

export interface WorkContributor extends Contributor<(typeof WORK_ROLES)[number]> {
  readonly sequence?: (typeof CONTRIBUTOR_SEQUENCES)[number] | UnlistedWord;
}

export type FundingContributor = Contributor<(typeof FUNDING_ROLES)[number]>;
