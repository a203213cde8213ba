import type { Funding } from '../funding.ts';
import { anOrganization } from './affiliation.builder.ts';

export function aFunding(given: Partial<Funding> = {}): Funding {
  return {
    title: 'Shared identifiers for field stations',
    type: 'grant',
    externalIds: [{ type: 'grant_number', value: 'EX-2021-0042', relationship: 'self' }],
    contributors: [],
    organization: anOrganization(),
    ...given,
  };
}
