import type { Scope } from './scope.ts';

/** What is true of every item of one section of an ORCID record. */
export interface SectionRules {
  readonly kind: 'affiliation' | 'activity' | 'person';
  /** Scope that a permission needs to write here. */
  readonly scope: Scope;
  /** Path segment of one item. */
  readonly itemPath: string;
  /** Path segment of the whole section. */
  readonly listPath: string;
  /** Whether items carry external ids, among which a `self` identifier of ours can stand. */
  readonly hasExternalIds: boolean;
  /** How many items one POST can create. */
  readonly bulkSize: number;
  /** The dates an item can have, as members of its content. */
  readonly dates: readonly ('start' | 'end' | 'published' | 'completed')[];
  /** How we recognise an item of ours whose put-code we do not know, among those whose source we are. */
  readonly recognisedBy: 'self-id' | 'content';
  /** Members of a content by which ORCID knows a duplicate; none where the content is a text. */
  readonly identifiedBy: readonly string[];
  /** Whether ORCID compares identifiers by what it makes of them, or letter by letter. */
  readonly comparesIds: 'normalized' | 'as-sent';
  /** Whether a list has all that was written; from a summary alone nobody can tell whether an item has changed. */
  readonly listHas: 'full-content' | 'summary';
}

/** The seven affiliations have one shape, and their summaries lack nothing (common-3.0.xsd, affiliation). */
const affiliation = {
  kind: 'affiliation',
  scope: '/activities/update',
  hasExternalIds: true,
  bulkSize: 1,
  dates: ['start', 'end'],
  recognisedBy: 'self-id',
  identifiedBy: ['externalIds'],
  comparesIds: 'normalized',
  listHas: 'full-content',
} as const;

const activity = {
  kind: 'activity',
  scope: '/activities/update',
  hasExternalIds: true,
  bulkSize: 1,
  recognisedBy: 'self-id',
  identifiedBy: ['externalIds'],
  comparesIds: 'normalized',
  listHas: 'summary',
} as const;

const person = {
  kind: 'person',
  scope: '/person/update',
  hasExternalIds: false,
  bulkSize: 1,
  dates: [],
  recognisedBy: 'content',
  identifiedBy: [],
  comparesIds: 'as-sent',
  listHas: 'full-content',
} as const;

/**
 * ORCID's eleven activities and five person sections: the one place that says what differs between them.
 * Paths and scopes: MemberV3ApiServiceImplV3_0.java. Person sections have one path for the list and each item.
 * Bulk: only works, up to 100 (WorkManagerImpl.createWorks, error 9006).
 */
export const SECTIONS = {
  distinction: { ...affiliation, itemPath: 'distinction', listPath: 'distinctions' },
  education: { ...affiliation, itemPath: 'education', listPath: 'educations' },
  employment: { ...affiliation, itemPath: 'employment', listPath: 'employments' },
  'invited-position': { ...affiliation, itemPath: 'invited-position', listPath: 'invited-positions' },
  membership: { ...affiliation, itemPath: 'membership', listPath: 'memberships' },
  qualification: { ...affiliation, itemPath: 'qualification', listPath: 'qualifications' },
  service: { ...affiliation, itemPath: 'service', listPath: 'services' },
  work: { ...activity, itemPath: 'work', listPath: 'works', dates: ['published'], bulkSize: 100 },
  funding: { ...activity, itemPath: 'funding', listPath: 'fundings', dates: ['start', 'end'], comparesIds: 'as-sent' },
  'peer-review': { ...activity, itemPath: 'peer-review', listPath: 'peer-reviews', dates: ['completed'] },
  'research-resource': {
    ...activity,
    itemPath: 'research-resource',
    listPath: 'research-resources',
    dates: ['start', 'end'],
  },
  'researcher-url': { ...person, itemPath: 'researcher-urls', listPath: 'researcher-urls', identifiedBy: ['url'] },
  'external-identifier': {
    ...person,
    itemPath: 'external-identifiers',
    listPath: 'external-identifiers',
    identifiedBy: ['type', 'value'],
  },
  keyword: { ...person, itemPath: 'keywords', listPath: 'keywords' },
  'other-name': { ...person, itemPath: 'other-names', listPath: 'other-names' },
  address: { ...person, itemPath: 'address', listPath: 'address' },
} as const satisfies Readonly<Record<string, SectionRules>>;

/** One section of an ORCID record, in ORCID's word for one of its items. */
export type Section = keyof typeof SECTIONS;

/** The sections of which a rule holds, e.g. `SectionsWith<'kind', 'person'>`. */
export type SectionsWith<Rule extends keyof SectionRules, Value extends SectionRules[Rule]> = {
  [S in Section]: (typeof SECTIONS)[S][Rule] extends Value ? S : never;
}[Section];

/** The seven kinds of affiliation. */
export type AffiliationKind = SectionsWith<'kind', 'affiliation'>;
export type PersonSection = SectionsWith<'kind', 'person'>;
/** The eleven sections that ORCID calls activities: affiliations too. */
export type ActivitySection = Exclude<Section, PersonSection>;

export const ALL_SECTIONS = Object.keys(SECTIONS) as readonly Section[];

export const AFFILIATION_KINDS: readonly AffiliationKind[] = ALL_SECTIONS.filter(isAffiliationKind);

export const PERSON_SECTIONS: readonly PersonSection[] = ALL_SECTIONS.filter(isPersonSection);

export const ACTIVITY_SECTIONS: readonly ActivitySection[] = ALL_SECTIONS.filter(
  (section): section is ActivitySection => !isPersonSection(section),
);

export function isSection(text: string): text is Section {
  return Object.hasOwn(SECTIONS, text);
}

export function isAffiliationKind(section: Section): section is AffiliationKind {
  return SECTIONS[section].kind === 'affiliation';
}

export function isPersonSection(section: Section): section is PersonSection {
  return SECTIONS[section].kind === 'person';
}

/** The scope that a permission must include before anything is written to the section (see `includesScope`). */
export function scopeNeededFor(section: Section): Scope {
  return SECTIONS[section].scope;
}
