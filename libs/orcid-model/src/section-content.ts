import type { Affiliation } from './affiliation.ts';
import { type ExternalId, selfIdsOf } from './external-id.ts';
import type { Funding, FundingSummary } from './funding.ts';
import type { PeerReview, PeerReviewSummary } from './peer-review.ts';
import type { ResearcherUrl } from './researcher-url.ts';
import type { ResearchResource, ResearchResourceSummary } from './research-resource.ts';
import type { AffiliationKind, Section } from './sections.ts';
import type { Seen } from './seen.ts';
import type { Work, WorkSummary } from './work.ts';

/** What an item of each section says, as it is written and read. A section that is forgotten does not compile. */
export interface SectionContents extends Readonly<Record<AffiliationKind, Affiliation>> {
  readonly work: Work;
  readonly funding: Funding;
  readonly 'peer-review': PeerReview;
  readonly 'research-resource': ResearchResource;
  readonly 'researcher-url': ResearcherUrl;
  readonly 'external-identifier': ExternalId;
  readonly keyword: string;
  readonly 'other-name': string;
  /** Its country (ISO 3166-1 alpha-2): all that ORCID has of an address. */
  readonly address: string;
}

/** What a list says of each item where that is less than the item has (`SECTIONS[…].listHas` is `summary`). */
interface Summaries {
  readonly work: WorkSummary;
  readonly funding: FundingSummary;
  readonly 'peer-review': PeerReviewSummary;
  readonly 'research-resource': ResearchResourceSummary;
}

/** What a list says of an item of each section. */
export type SectionSummaries = {
  readonly [S in Section]: S extends keyof Summaries ? Summaries[S] : SectionContents[S];
};

export type ContentOf<S extends Section = Section> = SectionContents[S];
export type SummaryOf<S extends Section = Section> = SectionSummaries[S];

/** Something to be written, with the section it belongs to. An affiliation's `kind` equals its section. */
export type SectionItem<S extends Section = Section> = {
  [K in S]: { readonly section: K; readonly content: SectionContents[K] };
}[S];

/** An item as a list of a record shows it. */
export type ListedItem<S extends Section = Section> = {
  [K in S]: Seen<SectionSummaries[K]> & {
    readonly section: K;
    /** Values of its `self` identifiers; always empty in person sections, which have none. */
    readonly selfIds: readonly string[];
  };
}[S];

/** Values of the identifiers that name the item itself; none where its section has no external ids. */
export function selfIdsIn(content: ContentOf | SummaryOf): string[] {
  return typeof content === 'object' && 'externalIds' in content ? selfIdsOf(content) : [];
}
