import { OrcidError } from '../api/orcid-error.ts';
import { findOrRegisterGroup } from '../registry/find-group.ts';
import { type PeerReview } from '../model/peer-review.ts';
import { type Registry } from '../registry/registry.ts';
import { requireRealDate } from './dates.rules.ts';
import { checkIdentifiers, checkVersionedIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { refuseUnknown } from './organization.rules.ts';

/** S: ActivityValidator.validatePeerReview. */
export function checkPeerReview(review: PeerReview, registry: Registry): void {
  checkVersionedIdentifiers(requireIdentifiers(review['review-identifiers']), registry);
  const subject = review['subject-external-identifier'];
  if (subject !== undefined) checkIdentifiers([subject], registry);
  const groupId = review['review-group-id'] ?? '';
  if (findOrRegisterGroup(registry, groupId) === undefined) {
    throw new OrcidError(9020, { detail: `There is no group with the group-id ${groupId}` });
  }
  requireRealDate(review['review-completion-date']);
  if (review['convening-organization'] !== undefined) refuseUnknown(registry, review['convening-organization']);
}
