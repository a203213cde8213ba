import {
  aFunding,
  aPeerReview,
  aPermissionNotification,
  aResearchResource,
  aWork,
} from '@ligature/orcid-model/testing';
import {
  aFullAffiliation,
  aFullFunding,
  aFullPeerReview,
  aFullPermissionNotification,
  aFullResearchResource,
  aFullWork,
  aMinimalAffiliation,
} from '../testing/full-items.ts';
import { permissionNotification } from './notification.wire.ts';
import { peerReviewGroup } from './peer-review-group.wire.ts';
import { address, keyword, otherName, personIdentifier, researcherUrl } from './person-item.wire.ts';
import { SECTION_WIRES } from './section-wires.ts';
import type { Wire } from './wire.ts';

const v = (value: string) => ({ value });
const on = (year: string, month?: string, day?: string) => ({
  year: v(year),
  ...(month !== undefined && { month: v(month) }),
  ...(day !== undefined && { day: v(day) }),
});
const id = (type: string, value: string, relationship: string, url?: string) => ({
  'external-id-type': type,
  'external-id-value': value,
  ...(url !== undefined && { 'external-id-url': v(url) }),
  'external-id-relationship': relationship,
});
const ids = (...members: object[]) => ({ 'external-id': members });
const ror = {
  'disambiguated-organization-identifier': 'https://ror.org/05dxps055',
  'disambiguation-source': 'ROR',
};
const caltech = (address: object) => ({
  name: 'California Institute of Technology',
  address,
  'disambiguated-organization': ror,
});
const pasadena = caltech({ city: 'Pasadena', country: 'US' });
const california = caltech({ city: 'Pasadena', region: 'California', country: 'US' });
const carberry = {
  'contributor-orcid': {
    uri: 'https://orcid.org/0000-0002-1825-0097',
    path: '0000-0002-1825-0097',
    host: 'orcid.org',
  },
  'credit-name': v('Josiah Carberry'),
};
const pots = {
  title: v('Counting cracked pots'),
  'translated-title': { value: 'Compter les pots fêlés', 'language-code': 'fr' },
};
const fullAffiliation = (kind: string) => ({
  'department-name': 'Library, Digital Services',
  'role-title': 'Research Data Steward',
  'start-date': on('2021', '03', '01'),
  'end-date': on('2024', '08', '31'),
  organization: california,
  url: v('https://people.example.edu/jcarberry'),
  'external-ids': ids(id('source-work-id', `${kind}-482`, 'self', 'https://people.example.edu/appointments/482')),
});

interface Case {
  readonly name: string;
  readonly write: () => unknown;
  readonly body: object;
}

const a = <T>(name: string, wire: Wire<T>, value: T, body: object): Case => ({
  name,
  body,
  write: () => {
    expect(wire.faults(value)).toEqual([]);
    return wire.write(value);
  },
});

/** Written by hand after record_3.0/*.xsd of ORCID's model repository. */
const cases: readonly Case[] = [
  ...(['employment', 'education'] as const).flatMap((kind) => [
    a(`a minimal ${kind}`, SECTION_WIRES[kind].content, aMinimalAffiliation(kind), { organization: pasadena }),
    a(`a full ${kind}`, SECTION_WIRES[kind].content, aFullAffiliation(kind), fullAffiliation(kind)),
  ]),
  ...(['distinction', 'invited-position', 'membership', 'qualification', 'service'] as const).flatMap((kind) => [
    a(`a minimal ${kind}`, SECTION_WIRES[kind].content, aMinimalAffiliation(kind), { organization: caltech({}) }),
    a(`a full ${kind}`, SECTION_WIRES[kind].content, aFullAffiliation(kind), fullAffiliation(kind)),
  ]),
  a('a minimal funding', SECTION_WIRES.funding.content, aFunding(), {
    title: { title: v('Shared identifiers for field stations') },
    type: 'grant',
    'external-ids': ids(id('grant_number', 'EX-2021-0042', 'self')),
    organization: pasadena,
  }),
  a('a full funding', SECTION_WIRES.funding.content, aFullFunding(), {
    title: {
      title: v('Shared identifiers for field stations'),
      'translated-title': { value: 'Identificadores compartidos', 'language-code': 'es' },
    },
    type: 'grant',
    'organization-defined-type': v('Investigator Award'),
    'short-description': 'Builds a register of field stations.',
    amount: { value: '250000.00', 'currency-code': 'GBP' },
    url: v('https://grants.example.org/EX-2021-0042'),
    'start-date': on('2021', '04', '01'),
    'end-date': on('2024', '03', '31'),
    'external-ids': ids(
      id('grant_number', 'EX-2021-0042', 'self', 'https://grants.example.org/EX-2021-0042'),
      id('grant_number', 'EX-2021', 'part-of'),
    ),
    contributors: { contributor: [{ ...carberry, 'contributor-attributes': { 'contributor-role': 'lead' } }] },
    organization: california,
  }),
  a('a minimal work', SECTION_WIRES.work.content, aWork(), {
    title: { title: v('Counting cracked pots') },
    type: 'journal-article',
    'external-ids': ids(id('doi', '10.5555/12345678', 'self')),
  }),
  a('a full work', SECTION_WIRES.work.content, aFullWork(), {
    title: { ...pots, subtitle: v('A survey of psychoceramics collections') },
    'journal-title': v('Journal of Psychoceramics'),
    'short-description': 'Survey of 40 collections with an open data set.',
    citation: {
      'citation-type': 'bibtex',
      'citation-value': '@article{carberry2023, title={Counting cracked pots}}',
    },
    type: 'journal-article',
    'publication-date': on('2023', '05', '17'),
    'external-ids': ids(
      id('doi', '10.5555/12345678', 'self', 'https://doi.org/10.5555/12345678'),
      id('issn', '0264-3561', 'part-of'),
      id('doi', '10.5555/preprint.77', 'version-of'),
      id('grant_number', 'EX-2021-0042', 'funded-by'),
    ),
    url: v('https://repository.example.edu/items/77'),
    contributors: {
      contributor: [
        {
          ...carberry,
          'contributor-attributes': {
            'contributor-sequence': 'first',
            'contributor-role': 'http://credit.niso.org/contributor-roles/conceptualization/',
          },
        },
        {
          'credit-name': v('Ada Example'),
          'contributor-attributes': { 'contributor-sequence': 'additional', 'contributor-role': 'author' },
        },
      ],
    },
    'language-code': 'en',
    country: v('US'),
  }),
  a('a minimal peer review', SECTION_WIRES['peer-review'].content, aPeerReview(), {
    'reviewer-role': 'reviewer',
    'review-identifiers': ids(id('source-work-id', 'review-9001', 'self')),
    'review-type': 'review',
    'review-completion-date': on('2024'),
    'review-group-id': 'issn:0264-3561',
    'convening-organization': pasadena,
  }),
  a('a full peer review', SECTION_WIRES['peer-review'].content, aFullPeerReview(), {
    'reviewer-role': 'reviewer',
    'review-identifiers': ids(id('source-work-id', 'review-9001', 'self')),
    'review-url': v('https://journal.example.org/reviews/9001'),
    'review-type': 'review',
    'review-completion-date': on('2024', '02', '05'),
    'review-group-id': 'issn:0264-3561',
    'subject-external-identifier': id('doi', '10.5555/12345678', 'self'),
    'subject-container-name': v('Journal of Psychoceramics'),
    'subject-type': 'journal-article',
    'subject-name': { ...pots, subtitle: v('A survey') },
    'subject-url': v('https://doi.org/10.5555/12345678'),
    'convening-organization': california,
  }),
  a('a minimal research resource', SECTION_WIRES['research-resource'].content, aResearchResource(), {
    proposal: {
      title: { title: v('Beam time for pot fracture imaging') },
      hosts: { organization: [pasadena] },
      'external-ids': ids(id('proposal-id', 'BT-2024-17', 'self')),
    },
    'resource-item': [
      {
        'resource-name': 'Imaging beamline 4',
        'resource-type': 'infrastructures',
        hosts: { organization: [pasadena] },
        'external-ids': ids(id('source-work-id', 'beamline-4', 'self')),
      },
    ],
  }),
  a('a full research resource', SECTION_WIRES['research-resource'].content, aFullResearchResource(), {
    proposal: {
      title: {
        title: v('Beam time for pot fracture imaging'),
        'translated-title': { value: 'Strahlzeit für Bruchbilder', 'language-code': 'de' },
      },
      hosts: { organization: [california] },
      'external-ids': ids(id('proposal-id', 'BT-2024-17', 'self')),
      'start-date': on('2024', '03', '04'),
      'end-date': on('2024', '03', '08'),
      url: v('https://facility.example.edu/proposals/17'),
    },
    'resource-item': [
      {
        'resource-name': 'Imaging beamline 4',
        'resource-type': 'infrastructures',
        hosts: { organization: [california] },
        'external-ids': ids(id('rrid', 'SCR_000001', 'self')),
        url: v('https://facility.example.edu/beamlines/4'),
      },
    ],
  }),
  a('an address', address, 'US', { country: v('US') }),
  a('a keyword', keyword, 'psychoceramics', { content: 'psychoceramics' }),
  a('another name', otherName, 'J. S. Carberry', { content: 'J. S. Carberry' }),
  a('a minimal page', researcherUrl, { url: 'https://people.example.edu' }, { url: v('https://people.example.edu') }),
  a(
    'a full page',
    researcherUrl,
    { name: 'Staff page', url: 'https://people.example.edu' },
    { 'url-name': 'Staff page', url: v('https://people.example.edu') },
  ),
  a(
    'a person’s identifier',
    personIdentifier,
    { type: 'Example University profile', value: 'jc', url: 'https://people.example.edu', relationship: 'self' },
    id('Example University profile', 'jc', 'self', 'https://people.example.edu'),
  ),
  a('a minimal notification', permissionNotification, aPermissionNotification(), {
    'notification-type': 'permission',
    'notification-subject': 'your employment',
    'notification-intro': 'Example University would like to add your appointment to your ORCID record.',
    'authorization-url': {
      path: '/oauth/authorize?client_id=APP-EXAMPLE000000001&response_type=code&scope=/activities/update',
    },
    items: { item: [{ 'item-type': 'employment', 'item-name': 'Research Data Steward, Example University' }] },
  }),
  a('a full notification', permissionNotification, aFullPermissionNotification(), {
    'notification-type': 'permission',
    'notification-subject': 'your employment',
    'notification-intro': 'Example University would like to add your appointment to your ORCID record.',
    'authorization-url': { uri: 'https://sandbox.orcid.org/oauth/authorize?client_id=APP-EXAMPLE000000001' },
    items: {
      item: [
        {
          'item-type': 'employment',
          'item-name': 'Research Data Steward, Example University',
          'external-id': id('source-work-id', 'hr-482', 'self'),
        },
        {
          'item-type': 'work',
          'item-name': 'Counting cracked pots',
          'external-id': id('doi', '10.5555/12345678', 'self'),
        },
      ],
    },
  }),
  a(
    'a group',
    peerReviewGroup,
    { id: 'orcid-generated:example-press', name: 'Example Press', description: 'Its reviews', type: 'publisher' },
    {
      'group-id': 'orcid-generated:example-press',
      name: 'Example Press',
      description: 'Its reviews',
      type: 'publisher',
    },
  ),
];

describe('the body of a request', () => {
  it.each(cases.map((one) => [one.name, one] as const))('is what ORCID’s schema asks for: %s', (_, { write, body }) => {
    expect(JSON.parse(JSON.stringify(write()))).toEqual(body);
  });

  it('has an address where nothing of it is known', () => {
    const nowhere = { kind: 'qualification', organization: { name: 'A Board' }, externalIds: [] } as const;
    expect(SECTION_WIRES.qualification.content.write(nowhere)).toEqual({
      organization: { name: 'A Board', address: {} },
    });
  });
});
