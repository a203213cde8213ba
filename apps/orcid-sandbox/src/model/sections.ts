import { type Document, type ObjectShape } from '../shape/shape.ts';
import { affiliationList, groupList, peerReviewList } from './activity-lists.ts';
import { affiliation, affiliationSummary } from './affiliation.ts';
import { rawExternalIds } from './external-id.ts';
import { RECORD_NAMESPACES as namespaces } from './namespaces.ts';
import { funding, fundingSummary } from './funding.ts';
import { peerReview, peerReviewSummary } from './peer-review.ts';
import { address, keyword, otherName, personIdentifier, personList, researcherUrl } from './person-items.ts';
import { researchResource, researchResourceSummary } from './research-resource.ts';
import { work, workSummary } from './work.ts';

export const AFFILIATIONS = [
  'distinction',
  'education',
  'employment',
  'invited-position',
  'membership',
  'qualification',
  'service',
] as const;
export const ACTIVITIES = [...AFFILIATIONS, 'funding', 'peer-review', 'research-resource', 'work'] as const;
export const PERSON_SECTIONS = [
  'address',
  'external-identifiers',
  'keywords',
  'other-names',
  'researcher-urls',
] as const;

export type AffiliationName = (typeof AFFILIATIONS)[number];
export type ActivityName = (typeof ACTIVITIES)[number];
export type PersonSectionName = (typeof PERSON_SECTIONS)[number];
export type SectionName = ActivityName | PersonSectionName;

/** The fine-grained scopes that guard a section; the combined ones imply them (oauth/scopes.ts). */
interface SectionScopes {
  readonly read: string;
  readonly create: string;
  readonly update: string;
}

interface AnySection {
  readonly scopes: SectionScopes;
  /** The full item, as it is written and read. */
  readonly document: Document;
  /** The document that lists the section. */
  readonly list: Document;
  readonly listPath: string;
}

export interface Activity extends AnySection {
  readonly kind: 'activity';
  readonly name: ActivityName;
  readonly summary: Document;
}

export interface PersonSection extends AnySection {
  readonly kind: 'person';
  readonly name: PersonSectionName;
  /** The key of one item in the list, and the type that error 9030 names. */
  readonly item: string;
}

export type Section = Activity | PersonSection;

function activity(
  name: ActivityName,
  scopes: SectionScopes,
  shape: ObjectShape,
  summaryShape: ObjectShape,
  listShape: ObjectShape,
): Activity {
  return {
    kind: 'activity',
    name,
    scopes,
    document: { name, prefix: name, shape, namespaces },
    summary: { name: `${name}-summary`, prefix: name, shape: summaryShape },
    list: { name: `${name}s`, prefix: 'activities', shape: listShape },
    listPath: `${name}s`,
  };
}

function personSection(name: PersonSectionName, item: string, list: string, shape: ObjectShape): PersonSection {
  return {
    kind: 'person',
    name,
    item,
    scopes: { read: '/orcid-bio/read-limited', create: '/orcid-bio/update', update: '/orcid-bio/update' },
    document: { name: item, prefix: item, shape, namespaces },
    list: { name: list, prefix: item, shape: personList(item, item, shape), namespaces },
    listPath: name,
  };
}

const scopes = (stem: string): SectionScopes => ({
  read: `${stem}/read-limited`,
  create: `${stem}/create`,
  update: `${stem}/update`,
});

const affiliationSection = (name: AffiliationName): Activity =>
  activity(name, scopes('/affiliations'), affiliation, affiliationSummary, affiliationList(name));

/** Every section that a member may write, by its path. Research resources are guarded by the affiliation scopes. */
export const SECTIONS: Readonly<Record<SectionName, Section>> = {
  distinction: affiliationSection('distinction'),
  education: affiliationSection('education'),
  employment: affiliationSection('employment'),
  'invited-position': affiliationSection('invited-position'),
  membership: affiliationSection('membership'),
  qualification: affiliationSection('qualification'),
  service: affiliationSection('service'),
  funding: activity(
    'funding',
    scopes('/funding'),
    funding,
    fundingSummary,
    groupList('funding', fundingSummary, rawExternalIds),
  ),
  'peer-review': activity('peer-review', scopes('/peer-review'), peerReview, peerReviewSummary, peerReviewList),
  'research-resource': activity(
    'research-resource',
    scopes('/affiliations'),
    researchResource,
    researchResourceSummary,
    groupList('research-resource', researchResourceSummary),
  ),
  work: activity('work', scopes('/orcid-works'), work, workSummary, groupList('work', workSummary)),
  address: personSection('address', 'address', 'addresses', address),
  'external-identifiers': personSection(
    'external-identifiers',
    'external-identifier',
    'external-identifiers',
    personIdentifier,
  ),
  keywords: personSection('keywords', 'keyword', 'keywords', keyword),
  'other-names': personSection('other-names', 'other-name', 'other-names', otherName),
  'researcher-urls': personSection('researcher-urls', 'researcher-url', 'researcher-urls', researcherUrl),
};

export function isAffiliation(name: SectionName): name is AffiliationName {
  return (AFFILIATIONS as readonly string[]).includes(name);
}
