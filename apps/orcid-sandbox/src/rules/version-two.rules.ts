import { type Affiliation } from '../model/affiliation.ts';
import { type Funding } from '../model/funding.ts';
import { type OldActivity } from '../model/version-two.ts';
import { type Work } from '../model/work.ts';
import { type Registry } from '../registry/registry.ts';
import { checkIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { refuseUnknown } from './organization.rules.ts';
import { checkPeerReview } from './peer-review.rules.ts';
import { type Rule } from './section-rules.ts';
import { checkTitle } from './title.rules.ts';

/** v2 asks for much less than v3.0 does: no dates, and nothing of an organization (S: manager/validator/ActivityValidator). */
export const OLD_RULES: Readonly<Record<OldActivity, Rule>> = {
  education: checkPosition,
  employment: checkPosition,
  funding: checkFunding,
  'peer-review': checkPeerReview,
  work: checkWork,
};

function checkPosition({ organization }: Affiliation, registry: Registry): void {
  if (organization !== undefined) refuseUnknown(registry, organization);
}

function checkFunding(funding: Funding, registry: Registry): void {
  checkTitle(funding.title);
  checkIdentifiers(requireIdentifiers(funding['external-ids']), registry);
  if (funding.organization !== undefined) refuseUnknown(registry, funding.organization);
}

function checkWork(work: Work, registry: Registry): void {
  checkTitle(work.title);
  checkIdentifiers(requireIdentifiers(work['external-ids']), registry);
}
