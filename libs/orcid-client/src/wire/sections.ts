import {
  type Affiliation,
  AFFILIATION_KINDS,
  type AffiliationKind,
  type ExternalId,
  type Funding,
  type FundingSummary,
  type PeerReview,
  type PeerReviewSummary,
  type ResearcherUrl,
  type ResearchResource,
  type ResearchResourceSummary,
  type Section as SectionName,
  type SectionContents,
  type SectionSummaries,
  type Seen,
  type Work,
  type WorkSummary,
} from '@ligature/orcid-model';
import { affiliation } from './affiliation.wire.ts';
import { funding, fundingSummary } from './funding.wire.ts';
import { allAt, isNothing } from './json.ts';
import { peerReview, peerReviewSummary } from './peer-review.wire.ts';
import { address, keyword, otherName, personIdentifier, researcherUrl } from './person-item.wire.ts';
import { researchResource, researchResourceSummary } from './research-resource.wire.ts';
import { readSeen } from './seen.wire.ts';
import { readOnly, type Wire } from './wire.ts';
import { work, workSummary } from './work.wire.ts';

/** One section of a record, as data: where it is, and what stands in it. */
export interface Section<T, Summary = T> {
  /** Path segment of one item. */
  readonly one: string;
  /** Path segment of all items; also their name in a whole record. */
  readonly all: string;
  /** Where the items are in a list of them. */
  readonly listed: readonly string[];
  readonly content: Wire<T>;
  readonly summary: Wire<Summary>;
}

/** Reads a list of items, in ORCID's order. @throws UnreadableError */
export function readList<T, Summary>({ listed, summary }: Section<T, Summary>, json: unknown): Seen<Summary>[] {
  return allAt(json, listed).map((item) => readSeen(summary, item));
}

/** A list inside a whole record. */
export function listOf<T, Summary>(section: Section<T, Summary>): Wire<readonly Seen<Summary>[]> {
  return readOnly({
    read: (json) => (isNothing(json) ? [] : readList(section, json)),
    nothing: () => [],
  });
}

/** M: record_3.0/activities-3.0.xsd */
export const AFFILIATIONS = Object.fromEntries(
  AFFILIATION_KINDS.map((kind) => [kind, affiliationSection(kind)]),
) as Readonly<Record<AffiliationKind, Section<Affiliation>>>;

function affiliationSection(kind: AffiliationKind): Section<Affiliation> {
  const content = affiliation(kind);
  return {
    one: kind,
    all: `${kind}s`,
    listed: ['affiliation-group', 'summaries', `${kind}-summary`],
    content,
    summary: content,
  };
}

export const WORKS: Section<Work, WorkSummary> = {
  one: 'work',
  all: 'works',
  listed: ['group', 'work-summary'],
  content: work,
  summary: workSummary,
};

export const FUNDINGS: Section<Funding, FundingSummary> = {
  one: 'funding',
  all: 'fundings',
  listed: ['group', 'funding-summary'],
  content: funding,
  summary: fundingSummary,
};

export const PEER_REVIEWS: Section<PeerReview, PeerReviewSummary> = {
  one: 'peer-review',
  all: 'peer-reviews',
  listed: ['group', 'peer-review-group', 'peer-review-summary'],
  content: peerReview,
  summary: peerReviewSummary,
};

export const RESEARCH_RESOURCES: Section<ResearchResource, ResearchResourceSummary> = {
  one: 'research-resource',
  all: 'research-resources',
  listed: ['group', 'research-resource-summary'],
  content: researchResource,
  summary: researchResourceSummary,
};

/** M: record_3.0/person-3.0.xsd. One path serves the list and each item. */
export const ADDRESSES = personSection('address', 'address', address);
export const KEYWORDS = personSection('keywords', 'keyword', keyword);
export const OTHER_NAMES = personSection('other-names', 'other-name', otherName);
export const RESEARCHER_URLS: Section<ResearcherUrl> = personSection(
  'researcher-urls',
  'researcher-url',
  researcherUrl,
);
export const EXTERNAL_IDENTIFIERS: Section<ExternalId> = personSection(
  'external-identifiers',
  'external-identifier',
  personIdentifier,
);

function personSection<T>(path: string, member: string, content: Wire<T>): Section<T> {
  return { one: path, all: path, listed: [member], content, summary: content };
}

/** The wires of every section. One that is forgotten does not compile. */
export const WIRES: { readonly [S in SectionName]: Section<SectionContents[S], SectionSummaries[S]> } = {
  ...AFFILIATIONS,
  work: WORKS,
  funding: FUNDINGS,
  'peer-review': PEER_REVIEWS,
  'research-resource': RESEARCH_RESOURCES,
  'researcher-url': RESEARCHER_URLS,
  'external-identifier': EXTERNAL_IDENTIFIERS,
  keyword: KEYWORDS,
  'other-name': OTHER_NAMES,
  address: ADDRESSES,
};
