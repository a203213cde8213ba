import { type PeerReview } from '../model/peer-review.ts';
import { type World } from '../world/world.ts';
import { requireRealDate } from './dates.rules.ts';
import { checkIdentifiers, checkVersionedIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { refuseUnknown } from './organization.rules.ts';

/** S: ActivityValidator.validatePeerReview. */
export function checkPeerReview(review: PeerReview, world: World): void {
  checkVersionedIdentifiers(requireIdentifiers(review['review-identifiers']));
  const subject = review['subject-external-identifier'];
  if (subject !== undefined) checkIdentifiers([subject]);
  requireRealDate(review['review-completion-date']);
  if (review['convening-organization'] !== undefined) refuseUnknown(world, review['convening-organization']);
}
