import {
  FUNDING_TYPES,
  type PeerReview,
  type PeerReviewSummary,
  REVIEW_TYPES,
  REVIEWER_ROLES,
  type ReviewSubject,
  WORK_TYPES,
} from '@ligature/orcid-model';
import { date } from './date.wire.ts';
import { externalId, someExternalIds, versionRule } from './external-id.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { organization } from './organization.wire.ts';
import { GROUP_ID } from './peer-review-group.wire.ts';
import { text, word, wrapped } from './text.wire.ts';
import { optionalTitlesIn } from './title.wire.ts';
import { WEB_ADDRESS } from './web-address.wire.ts';
import { withRules } from './wire.ts';

const shared = {
  role: at('reviewer-role', word(REVIEWER_ROLES)),
  type: at('review-type', word(REVIEW_TYPES)),
  groupId: at('review-group-id', text(GROUP_ID)),
  organization: at('convening-organization', organization),
  url: maybe('review-url', wrapped(WEB_ADDRESS)),
} as const;

/** The summary calls two members otherwise (PeerReviewSummary.java). */
export const peerReviewSummary = object<PeerReviewSummary>({
  ...shared,
  completed: at('completion-date', date),
  externalIds: at('external-ids.external-id', someExternalIds),
});

const subject = object<ReviewSubject>({
  ...optionalTitlesIn('subject-name'),
  type: maybe('subject-type', word([...WORK_TYPES, ...FUNDING_TYPES, 'research-resource-proposal'])),
  container: maybe('subject-container-name', wrapped({ max: 1000 })),
  externalId: maybe('subject-external-identifier', externalId),
  url: maybe('subject-url', wrapped(WEB_ADDRESS)),
});

export const peerReview = withRules(
  object<PeerReview>({
    ...shared,
    completed: at('review-completion-date', date),
    externalIds: at('review-identifiers.external-id', someExternalIds),
    subject: maybe('', subject),
  }),
  ({ externalIds }) => versionRule(externalIds),
);
