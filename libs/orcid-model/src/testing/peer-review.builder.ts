import type { PeerReview } from '../peer-review.ts';
import { anOrganization } from './affiliation.builder.ts';

export function aPeerReview(given: Partial<PeerReview> = {}): PeerReview {
  return {
    role: 'reviewer',
    type: 'review',
    completed: { year: 2024 },
    groupId: 'issn:0264-3561',
    organization: anOrganization(),
    externalIds: [{ type: 'source-work-id', value: 'review-9001', relationship: 'self' }],
    ...given,
  };
}
