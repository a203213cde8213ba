import {
  type Affiliation,
  type AffiliationKind,
  creditRole,
  type Funding,
  parseOrcidId,
  type PeerReview,
  type PermissionNotification,
  type ResearchResource,
  type Work,
} from '@ligature/orcid-model';
import {
  aFunding,
  anEmployment,
  anOrganization,
  aPeerReview,
  aPermissionNotification,
  aResearchResource,
  aWork,
} from '@ligature/orcid-model/testing';

/** Items with everything an item of their type can have. */
const inCalifornia = anOrganization({ region: 'California' });
const josiah = parseOrcidId('0000-0002-1825-0097');
const translatedTitle = { text: 'Compter les pots fêlés', language: 'fr' } as const;

export function aFullAffiliation(kind: AffiliationKind): Affiliation {
  return anEmployment({
    kind,
    organization: inCalifornia,
    department: 'Library, Digital Services',
    role: 'Research Data Steward',
    start: { year: 2021, month: 3, day: 1 },
    end: { year: 2024, month: 8, day: 31 },
    url: 'https://people.example.edu/jcarberry',
    externalIds: [
      {
        type: 'source-work-id',
        value: `${kind}-482`,
        url: 'https://people.example.edu/appointments/482',
        relationship: 'self',
      },
    ],
  });
}

/** Nothing but what ORCID asks for. */
export function aMinimalAffiliation(kind: AffiliationKind): Affiliation {
  const { name, city, country, identifier } = inCalifornia;
  const isPosition = kind === 'employment' || kind === 'education';
  const place = isPosition ? { city: city ?? '', country: country ?? '' } : {};
  return { kind, organization: { name, ...place, ...(identifier && { identifier }) }, externalIds: [] };
}

export function aFullFunding(): Funding {
  return aFunding({
    ownType: 'Investigator Award',
    translatedTitle: { text: 'Identificadores compartidos', language: 'es' },
    description: 'Builds a register of field stations.',
    amount: { value: '250000.00', currency: 'GBP' },
    url: 'https://grants.example.org/EX-2021-0042',
    start: { year: 2021, month: 4, day: 1 },
    end: { year: 2024, month: 3, day: 31 },
    externalIds: [
      {
        type: 'grant_number',
        value: 'EX-2021-0042',
        url: 'https://grants.example.org/EX-2021-0042',
        relationship: 'self',
      },
      { type: 'grant_number', value: 'EX-2021', relationship: 'part-of' },
    ],
    contributors: [{ orcid: josiah, name: 'Josiah Carberry', role: 'lead' }],
    organization: inCalifornia,
  });
}

export function aFullWork(): Work {
  return aWork({
    subtitle: 'A survey of psychoceramics collections',
    translatedTitle,
    journalTitle: 'Journal of Psychoceramics',
    description: 'Survey of 40 collections with an open data set.',
    citation: { type: 'bibtex', text: '@article{carberry2023, title={Counting cracked pots}}' },
    published: { year: 2023, month: 5, day: 17 },
    url: 'https://repository.example.edu/items/77',
    externalIds: [
      { type: 'doi', value: '10.5555/12345678', url: 'https://doi.org/10.5555/12345678', relationship: 'self' },
      { type: 'issn', value: '0264-3561', relationship: 'part-of' },
      { type: 'doi', value: '10.5555/preprint.77', relationship: 'version-of' },
      { type: 'grant_number', value: 'EX-2021-0042', relationship: 'funded-by' },
    ],
    contributors: [
      { orcid: josiah, name: 'Josiah Carberry', role: creditRole('conceptualization'), sequence: 'first' },
      { name: 'Ada Example', role: 'author', sequence: 'additional' },
    ],
    language: 'en',
    country: 'US',
  });
}

export function aFullPeerReview(): PeerReview {
  return aPeerReview({
    completed: { year: 2024, month: 2, day: 5 },
    url: 'https://journal.example.org/reviews/9001',
    organization: inCalifornia,
    subject: {
      title: 'Counting cracked pots',
      subtitle: 'A survey',
      translatedTitle,
      type: 'journal-article',
      container: 'Journal of Psychoceramics',
      externalId: { type: 'doi', value: '10.5555/12345678', relationship: 'self' },
      url: 'https://doi.org/10.5555/12345678',
    },
  });
}

export function aFullResearchResource(): ResearchResource {
  return aResearchResource({
    translatedTitle: { text: 'Strahlzeit für Bruchbilder', language: 'de' },
    hosts: [inCalifornia],
    start: { year: 2024, month: 3, day: 4 },
    end: { year: 2024, month: 3, day: 8 },
    url: 'https://facility.example.edu/proposals/17',
    items: [
      {
        name: 'Imaging beamline 4',
        type: 'infrastructures',
        hosts: [inCalifornia],
        externalIds: [{ type: 'rrid', value: 'SCR_000001', relationship: 'self' }],
        url: 'https://facility.example.edu/beamlines/4',
      },
    ],
  });
}

export function aFullPermissionNotification(): PermissionNotification {
  return aPermissionNotification({
    authorization: 'https://sandbox.orcid.org/oauth/authorize?client_id=APP-EXAMPLE000000001',
    items: [
      {
        kind: 'employment',
        name: 'Research Data Steward, Example University',
        externalId: { type: 'source-work-id', value: 'hr-482', relationship: 'self' },
      },
      {
        kind: 'work',
        name: 'Counting cracked pots',
        externalId: { type: 'doi', value: '10.5555/12345678', relationship: 'self' },
      },
    ],
  });
}
