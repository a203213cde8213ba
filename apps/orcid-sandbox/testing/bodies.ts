/** Bodies of requests, each complete and valid; a test says only what is special about its own. */
type Body = Record<string, unknown>;

export const organization = (over: Body = {}): Body => ({
  name: 'California Institute of Technology',
  address: { city: 'Pasadena', country: 'US' },
  'disambiguated-organization': {
    'disambiguated-organization-identifier': 'https://ror.org/05dxps055',
    'disambiguation-source': 'ROR',
  },
  ...over,
});

export const externalId = (value: string, over: Body = {}): Body => ({
  'external-id-type': 'source-work-id',
  'external-id-value': value,
  'external-id-relationship': 'self',
  ...over,
});

export const ids = (...members: readonly Body[]): Body => ({ 'external-id': members });

export const date = (year: string, month?: string, day?: string): Body => ({
  year: { value: year },
  ...(month === undefined ? {} : { month: { value: month } }),
  ...(day === undefined ? {} : { day: { value: day } }),
});

export const affiliation = (over: Body = {}): Body => ({ organization: organization(), ...over });

export const work = (doi: string, over: Body = {}): Body => ({
  title: { title: { value: 'Counting cracked pots' } },
  type: 'journal-article',
  'external-ids': ids(externalId(doi, { 'external-id-type': 'doi' })),
  ...over,
});

export const funding = (number: string, over: Body = {}): Body => ({
  type: 'grant',
  title: { title: { value: 'Shared identifiers for field stations' } },
  'external-ids': ids(externalId(number, { 'external-id-type': 'grant_number' })),
  organization: organization(),
  ...over,
});

export const peerReview = (id: string, over: Body = {}): Body => ({
  'reviewer-role': 'reviewer',
  'review-identifiers': ids(externalId(id)),
  'review-type': 'review',
  'review-completion-date': date('2024'),
  'review-group-id': 'issn:0264-3561',
  'convening-organization': organization(),
  ...over,
});

export const researchResource = (id: string, over: Body = {}): Body => ({
  proposal: {
    title: { title: { value: 'Beam time for pot fracture imaging' } },
    hosts: { organization: [organization()] },
    'external-ids': ids(externalId(id, { 'external-id-type': 'proposal-id' })),
  },
  'resource-item': [
    {
      'resource-name': 'Imaging beamline 4',
      'resource-type': 'infrastructures',
      hosts: { organization: [organization()] },
      'external-ids': ids(externalId(`${id}-item`)),
    },
  ],
  ...over,
});

export const notification = (over: Body = {}): Body => ({
  'notification-type': 'permission',
  'authorization-url': { uri: 'https://www.example.edu/connect' },
  'notification-subject': 'Connect your iD',
  'notification-intro': 'We would like to add your appointment.',
  items: { item: [{ 'item-type': 'employment', 'item-name': 'Example University' }] },
  ...over,
});
