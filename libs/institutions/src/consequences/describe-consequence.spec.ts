import type { Consequence } from './consequence.ts';
import { describeConfirmed, describeConsequence } from './describe-consequence.ts';

const IDP = 'https://idp.example.edu/idp';
const CONSEQUENCES = (people: number): Consequence[] => [
  { kind: 'provider-removed', provider: IDP, people },
  { kind: 'identifier-changed', provider: IDP, from: 'subject-id', to: 'pairwise-id', people },
  {
    kind: 'provider-unread',
    provider: IDP,
    location: 'https://idp.example.edu/metadata',
    reason: 'it is away',
    people,
  },
  { kind: 'provider-space-changed', provider: IDP, from: 'staff', to: null, people },
  { kind: 'provider-space-changed', provider: IDP, from: 'staff', to: 'payroll', people },
  { kind: 'absence-changed', to: 'ended', people },
  { kind: 'absence-changed', to: 'keep', people },
  { kind: 'orcid-client-changed', from: 'APP-EXAMPLE000000001', to: 'APP-EXAMPLE000000002', people },
  { kind: 'secret-unchecked', clientId: 'APP-EXAMPLE000000001', reason: 'ORCID is down', people },
  { kind: 'public-url-changed', from: null, to: 'https://orcid.example.edu', people },
  { kind: 'feed-renamed', from: 'hr', to: 'sap', people },
  { kind: 'staff-id-space-changed', from: 'staff', to: 'payroll', people },
];

describe.each([
  ['before somebody confirms it', describeConsequence],
  ['once it was confirmed', describeConfirmed],
])('what a configuration means, %s', (_, describeOne) => {
  it.each(CONSEQUENCES(3))('says whom it concerns: $kind', (consequence) => {
    expect(describeOne(consequence)).toMatch(/\b3 people\b/);
  });

  it.each(CONSEQUENCES(1))('says so of one person: $kind', (consequence) => {
    expect(describeOne(consequence)).toMatch(/\b1 person\b/);
  });

  it('does not speak of end dates that nobody’s records would get', () => {
    const consequence = { kind: 'absence-changed', to: 'ended', people: 0 } as const;
    expect(describeConsequence(consequence)).toContain('Nobody has such a job now.');
  });

  it('names the institutions that a new one stands beside', () => {
    const consequence = { kind: 'second-institution', slug: 'other', others: ['example'] } as const;
    expect(describeOne(consequence)).toContain('beside 1 other (example)');
  });
});
