import {
  type Affiliation,
  type AffiliationKind,
  CITATION_TYPES,
  creditRole,
  type ExternalId,
  EXTERNAL_ID_RELATIONSHIPS,
  type Funding,
  FUNDING_TYPES,
  type FuzzyDate,
  type Organization,
  ORGANIZATION_REGISTRIES,
  type PeerReview,
  RESOURCE_TYPES,
  type ResearcherUrl,
  type ResearchResource,
  REVIEW_TYPES,
  REVIEWER_ROLES,
  type SectionContents,
  type Section,
  type Work,
  WORK_ROLES,
  WORK_TYPES,
} from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import fc from 'fast-check';

/** Values of every type, for properties that hold for all of them. */
const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.trim() !== '');

/** Members that may be missing are missing, never undefined. */
function some<T extends object, O extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<T & Partial<O>> {
  const names = Object.keys(required) as (keyof T & keyof O)[];
  return fc.record({ ...required, ...optional }, { requiredKeys: names }) as fc.Arbitrary<T & Partial<O>>;
}

const year = fc.integer({ min: 1900, max: 2100 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });

const anyDate: fc.Arbitrary<FuzzyDate> = fc.oneof(
  fc.record({ year }),
  fc.record({ year, month }),
  fc.record({ year, month, day }),
);

const externalId: fc.Arbitrary<ExternalId> = some(
  { type: text, value: text, relationship: fc.constantFrom(...EXTERNAL_ID_RELATIONSHIPS) },
  { url: text },
);
const externalIds = fc.array(externalId, { maxLength: 3 });

const organization: fc.Arbitrary<Organization> = some(
  { name: text },
  {
    city: text,
    region: text,
    country: fc.constantFrom('US', 'XK'),
    identifier: fc.record({ registry: fc.constantFrom(...ORGANIZATION_REGISTRIES), value: text }),
  },
);

const translatedTitle = fc.record({ text, language: fc.constantFrom('fr', 'zh_CN') });
const period = { start: anyDate, end: anyDate };
const who = { orcid: fc.nat(999).map((serial) => anOrcidId(serial)), name: text };
const workRole = fc.constantFrom(...WORK_ROLES, creditRole('software'));

const anyAffiliation = (kind: AffiliationKind): fc.Arbitrary<Affiliation> =>
  some({ kind: fc.constant(kind), organization, externalIds }, { department: text, role: text, url: text, ...period });

const anyWork: fc.Arbitrary<Work> = some(
  {
    title: text,
    type: fc.constantFrom(...WORK_TYPES),
    externalIds,
    contributors: fc.array(some({}, { ...who, role: workRole, sequence: fc.constantFrom('first', 'additional') }), {
      maxLength: 3,
    }),
  },
  {
    subtitle: text,
    translatedTitle,
    journalTitle: text,
    description: text,
    citation: fc.record({ type: fc.constantFrom(...CITATION_TYPES), text }),
    published: anyDate,
    url: text,
    language: fc.constant('en'),
    country: fc.constant('GB'),
  },
);

const anyFunding: fc.Arbitrary<Funding> = some(
  {
    title: text,
    type: fc.constantFrom(...FUNDING_TYPES),
    externalIds,
    contributors: fc.array(some({}, { ...who, role: fc.constantFrom('lead', 'co-lead') }), { maxLength: 3 }),
    organization,
  },
  {
    translatedTitle,
    ownType: text,
    description: text,
    amount: fc.record({ value: fc.constant('12.50'), currency: fc.constant('EUR') }),
    url: text,
    ...period,
  },
);

const anyPeerReview: fc.Arbitrary<PeerReview> = some(
  {
    role: fc.constantFrom(...REVIEWER_ROLES),
    type: fc.constantFrom(...REVIEW_TYPES),
    completed: anyDate,
    groupId: fc.constant('issn:0264-3561'),
    organization,
    externalIds,
  },
  {
    url: text,
    subject: some(
      { title: text },
      { subtitle: text, translatedTitle, type: fc.constantFrom(...WORK_TYPES), container: text, externalId, url: text },
    ),
  },
);

const hosts = fc.array(organization, { minLength: 1, maxLength: 2 });

const anyResearchResource: fc.Arbitrary<ResearchResource> = some(
  {
    title: text,
    hosts,
    externalIds,
    items: fc.array(some({ name: text, type: fc.constantFrom(...RESOURCE_TYPES), hosts, externalIds }, { url: text }), {
      maxLength: 2,
    }),
  },
  { translatedTitle, url: text, ...period },
);

const anyResearcherUrl: fc.Arbitrary<ResearcherUrl> = some({ url: text }, { name: text });

/** Contents of every section; one that is forgotten does not compile. */
export const ANY_CONTENT: { readonly [S in Section]: fc.Arbitrary<SectionContents[S]> } = {
  distinction: anyAffiliation('distinction'),
  education: anyAffiliation('education'),
  employment: anyAffiliation('employment'),
  'invited-position': anyAffiliation('invited-position'),
  membership: anyAffiliation('membership'),
  qualification: anyAffiliation('qualification'),
  service: anyAffiliation('service'),
  work: anyWork,
  funding: anyFunding,
  'peer-review': anyPeerReview,
  'research-resource': anyResearchResource,
  'researcher-url': anyResearcherUrl,
  'external-identifier': externalId,
  keyword: text,
  'other-name': text,
  address: fc.constantFrom('DE', 'FR', 'XK'),
};
