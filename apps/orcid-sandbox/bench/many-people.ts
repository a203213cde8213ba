import { type PersonInput, type SettingsInput } from '../src/settings/settings.ts';
import { mintOrcid } from '../src/registry/orcid-id.ts';

export const CLIENT = { id: 'APP-BENCHMARK0000001', secret: 'benchmark' };
export const ACCESS_TOKEN = 'benchmark-reader';

/** A registry as a large institution fills it: each person with an appointment, a degree and a paper. */
export function registryOf(count: number): SettingsInput {
  return {
    rateLimits: { enabled: false },
    clients: [{ ...CLIENT, name: 'Benchmark University', type: 'member' }],
    tokens: [{ accessToken: ACCESS_TOKEN, client: CLIENT.id, scopes: ['/read-public'] }],
    people: Array.from({ length: count }, (_, index) => person(index)),
  };
}

export function orcidAt(index: number): string {
  return mintOrcid(index + 1);
}

function person(index: number): PersonInput {
  return {
    orcid: orcidAt(index),
    email: `person-${index}@example.org`,
    givenNames: `Given${index % 997}`,
    familyName: `Family${index}`,
    items: [
      { section: 'employment', source: CLIENT.id, content: affiliation('Lecturer', index) },
      { section: 'education', source: CLIENT.id, content: affiliation('PhD', index) },
      { section: 'work', content: work(index) },
    ],
  };
}

function affiliation(role: string, index: number): Record<string, unknown> {
  return {
    'department-name': `Department ${index % 89}`,
    'role-title': role,
    'start-date': { year: { value: String(1990 + (index % 30)) }, month: { value: '09' } },
    organization: {
      name: 'University of Vienna',
      address: { city: 'Vienna', country: 'AT' },
      'disambiguated-organization': {
        'disambiguated-organization-identifier': 'https://ror.org/03prydq77',
        'disambiguation-source': 'ROR',
      },
    },
    'external-ids': { 'external-id': [identifier('source-work-id', `${role}-${index}`)] },
  };
}

function work(index: number): Record<string, unknown> {
  return {
    title: { title: { value: `On the ${index}th question` } },
    'journal-title': { value: 'Journal of Examples' },
    type: 'journal-article',
    'publication-date': { year: { value: String(2000 + (index % 25)) } },
    'external-ids': { 'external-id': [identifier('doi', `10.5555/example.${index}`)] },
  };
}

function identifier(type: string, value: string): Record<string, string> {
  return { 'external-id-type': type, 'external-id-value': value, 'external-id-relationship': 'self' };
}
