import type { Affiliation, AffiliationKind, Section, SectionContents, SectionItem } from '@ligature/orcid-model';
import { aFunding, anEmployment, aPeerReview, aResearchResource, aWork } from '@ligature/orcid-model/testing';
import {
  aFullAffiliation,
  aFullFunding,
  aFullPeerReview,
  aFullResearchResource,
  aFullWork,
  aMinimalAffiliation,
} from './full-items.ts';

interface Trial<T> {
  /** The least that an item can have. */
  readonly minimal: T;
  /** All that an item can have. */
  readonly full: T;
  /** Another one, so that two of a section do not collide. */
  readonly other: T;
  /** What ORCID would refuse. */
  readonly faulty: T;
}

const page = (n: number) =>
  ({ type: 'Profile', value: `jc-${n}`, url: `https://people.example.edu/${n}`, relationship: 'self' }) as const;
const self = (value: string) => ({ externalIds: [{ type: 'source-work-id', value, relationship: 'self' }] }) as const;

function affiliationTrial(kind: AffiliationKind): Trial<Affiliation> {
  return {
    minimal: aMinimalAffiliation(kind),
    full: aFullAffiliation(kind),
    other: { ...aFullAffiliation(kind), ...self('another') },
    faulty: anEmployment({ kind, start: { year: 2024 }, end: { year: 2020 } }),
  };
}

/** What every section is tried with; one that is forgotten does not compile. */
export const TRIALS: { readonly [S in Section]: Trial<SectionContents[S]> } = {
  distinction: affiliationTrial('distinction'),
  education: affiliationTrial('education'),
  employment: affiliationTrial('employment'),
  'invited-position': affiliationTrial('invited-position'),
  membership: affiliationTrial('membership'),
  qualification: affiliationTrial('qualification'),
  service: affiliationTrial('service'),
  work: { minimal: aWork(), full: aFullWork(), other: aWork(self('another')), faulty: aWork({ externalIds: [] }) },
  funding: {
    minimal: aFunding(),
    full: aFullFunding(),
    other: aFunding(self('another')),
    faulty: aFunding({ end: { year: 2020 } }),
  },
  'peer-review': {
    minimal: aPeerReview(),
    full: aFullPeerReview(),
    other: aPeerReview(self('another')),
    faulty: aPeerReview({ groupId: 'nothing' }),
  },
  'research-resource': {
    minimal: aResearchResource(),
    full: aFullResearchResource(),
    other: aResearchResource(self('another')),
    faulty: aResearchResource({ hosts: [] }),
  },
  'researcher-url': {
    minimal: { url: 'https://people.example.edu' },
    full: { name: 'Staff page', url: 'https://people.example.edu/jc' },
    other: { url: 'https://lab.example.edu' },
    faulty: { url: '' },
  },
  'external-identifier': {
    minimal: page(1),
    full: page(2),
    other: page(3),
    faulty: { type: 'Profile', value: 'x', relationship: 'self' },
  },
  keyword: { minimal: 'pots', full: 'psychoceramics', other: 'cracks', faulty: ' ' },
  'other-name': { minimal: 'J. Carberry', full: 'J. S. Carberry', other: 'Josiah C.', faulty: '' },
  address: { minimal: 'US', full: 'DE', other: 'FR', faulty: 'UK' },
};

export function itemOf<S extends Section>(section: S, which: keyof Trial<never>): SectionItem<S> {
  return { section, content: TRIALS[section][which] };
}
