import {
  type Affiliation,
  AFFILIATION_KINDS,
  type AffiliationKind,
  type Section,
  type SectionContents,
  type SectionSummaries,
} from '@ligature/orcid-model';
import { affiliation } from './affiliation.wire.ts';
import { funding, fundingSummary } from './funding.wire.ts';
import { peerReview, peerReviewSummary } from './peer-review.wire.ts';
import { address, keyword, otherName, personIdentifier, researcherUrl } from './person-item.wire.ts';
import { researchResource, researchResourceSummary } from './research-resource.wire.ts';
import type { Wire } from './wire.ts';
import { work, workSummary } from './work.wire.ts';

/** How the items of one section stand on the wire. */
export interface SectionWire<T, Summary = T> {
  /** Name of the section in an answer that holds several. */
  readonly member: string;
  /** Where the items are in a list of them. */
  readonly listed: readonly string[];
  readonly content: Wire<T>;
  readonly summary: Wire<Summary>;
}

/** M: record_3.0/activities-3.0.xsd */
const AFFILIATIONS = Object.fromEntries(AFFILIATION_KINDS.map((kind) => [kind, affiliationWire(kind)])) as Readonly<
  Record<AffiliationKind, SectionWire<Affiliation>>
>;

function affiliationWire(kind: AffiliationKind): SectionWire<Affiliation> {
  const content = affiliation(kind);
  const listed = ['affiliation-group', 'summaries', `${kind}-summary`];
  return { member: `${kind}s`, listed, content, summary: content };
}

/** M: record_3.0/person-3.0.xsd */
function personWire<T>(name: string, content: Wire<T>, member = `${name}s`): SectionWire<T> {
  return { member, listed: [name], content, summary: content };
}

/** The wires of every section; one that is forgotten does not compile. */
export const SECTION_WIRES: { readonly [S in Section]: SectionWire<SectionContents[S], SectionSummaries[S]> } = {
  ...AFFILIATIONS,
  work: { member: 'works', listed: ['group', 'work-summary'], content: work, summary: workSummary },
  funding: { member: 'fundings', listed: ['group', 'funding-summary'], content: funding, summary: fundingSummary },
  'peer-review': {
    member: 'peer-reviews',
    listed: ['group', 'peer-review-group', 'peer-review-summary'],
    content: peerReview,
    summary: peerReviewSummary,
  },
  'research-resource': {
    member: 'research-resources',
    listed: ['group', 'research-resource-summary'],
    content: researchResource,
    summary: researchResourceSummary,
  },
  'researcher-url': personWire('researcher-url', researcherUrl),
  'external-identifier': personWire('external-identifier', personIdentifier),
  keyword: personWire('keyword', keyword),
  'other-name': personWire('other-name', otherName),
  address: personWire('address', address, 'addresses'),
};
