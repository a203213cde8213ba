import type { ResearchResource } from '../research-resource.ts';
import { anOrganization } from './affiliation.builder.ts';

export function aResearchResource(given: Partial<ResearchResource> = {}): ResearchResource {
  return {
    title: 'Beam time for pot fracture imaging',
    hosts: [anOrganization()],
    externalIds: [{ type: 'proposal-id', value: 'BT-2024-17', relationship: 'self' }],
    items: [
      {
        name: 'Imaging beamline 4',
        type: 'infrastructures',
        hosts: [anOrganization()],
        externalIds: [{ type: 'source-work-id', value: 'beamline-4', relationship: 'self' }],
      },
    ],
    ...given,
  };
}
