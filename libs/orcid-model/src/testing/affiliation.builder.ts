import type { Affiliation } from '../affiliation.ts';
import type { Organization } from '../organization.ts';

export function anOrganization(given: Partial<Organization> = {}): Organization {
  return {
    name: 'California Institute of Technology',
    city: 'Pasadena',
    country: 'US',
    identifier: { registry: 'ROR', value: 'https://ror.org/05dxps055' },
    ...given,
  };
}

export function anEmployment(given: Partial<Affiliation> = {}): Affiliation {
  return {
    kind: 'employment',
    organization: anOrganization(),
    department: 'Library',
    role: 'Research Data Steward',
    start: { year: 2021, month: 3, day: 1 },
    externalIds: [{ type: 'source-work-id', value: 'appointment-1', relationship: 'self' }],
    ...given,
  };
}
