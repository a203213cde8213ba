import { element, oneOf, shortWrapped, text } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';
import {
  activityObject,
  createdDate,
  displayIndexText,
  itemSource,
  lastModifiedDate,
  path,
  putCode,
  visibility,
} from './envelope.ts';
import { externalId, externalIds } from './external-id.ts';
import { fuzzyDate } from './fuzzy-date.ts';
import { organization } from './organization.ts';
import { titleText, titleWithSubtitle } from './title.ts';
import { REVIEW_SUBJECT_TYPES, REVIEW_TYPES, REVIEWER_ROLES } from './vocabulary.ts';

/** group-id of common-3.0.xsd. */
export const groupIdText = text({
  max: 1000,
  pattern: /^(ringgold:|issn:|orcid-generated:|fundref:|publons:)[0-9a-zA-Z^._~:/?#[\]@!$&'()*+,;=-]{2,}$/,
});

const required = { required: true } as const;
const role = element('peer-review', 'reviewer-role', oneOf(REVIEWER_ROLES), required);
const reviewUrl = element('peer-review', 'review-url', shortWrapped(text()));
const reviewType = element('peer-review', 'review-type', oneOf(REVIEW_TYPES), required);
const groupId = element('peer-review', 'review-group-id', groupIdText, required);
const convener = element('peer-review', 'convening-organization', organization, required);

export const peerReview = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  role,
  element('peer-review', 'review-identifiers', externalIds, required),
  reviewUrl,
  reviewType,
  element('peer-review', 'review-completion-date', fuzzyDate, required),
  groupId,
  element('peer-review', 'subject-external-identifier', externalId),
  element('peer-review', 'subject-container-name', shortWrapped(titleText)),
  element('peer-review', 'subject-type', oneOf(REVIEW_SUBJECT_TYPES)),
  element('peer-review', 'subject-name', titleWithSubtitle),
  element('peer-review', 'subject-url', shortWrapped(text())),
  convener,
  visibility,
  putCode,
  path,
);
export type PeerReview = ValueOf<typeof peerReview>;

/** Two properties have other names here than in the full review. */
export const peerReviewSummary = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  role,
  element('common', 'external-ids', externalIds),
  reviewUrl,
  reviewType,
  element('peer-review', 'completion-date', fuzzyDate),
  groupId,
  convener,
  visibility,
  putCode,
  path,
  displayIndexText,
);
