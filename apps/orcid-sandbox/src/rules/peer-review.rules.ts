import { OrcidError } from '../api/orcid-error.ts';
import { findOrRegisterGroup } from '../world/find-group.ts';
import { type PeerReview } from '../model/peer-review.ts';
import { type World } from '../world/world.ts';
import { requireRealDate } from './dates.rules.ts';
import { checkIdentifiers, checkVersionedIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { refuseUnknown } from './organization.rules.ts';

/** S: ActivityValidator.validatePeerReview. */
export function checkPeerReview(review: PeerReview, world: World): void {
  checkVersionedIdentifiers(requireIdentifiers(review['review-identifiers']), world);
  const subject = review['subject-external-identifier'];
  if (subject !== undefined) checkIdentifiers([subject], world);
  const groupId = review['review-group-id'] ?? '';
  if (findOrRegisterGroup(world, groupId) === undefined) {
    throw new OrcidError(9020, { detail: `There is no group with the group-id ${groupId}` });
  }
  requireRealDate(review['review-completion-date']);
  if (review['convening-organization'] !== undefined) refuseUnknown(world, review['convening-organization']);
}
