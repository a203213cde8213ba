import { element, elements, keyedList, object } from '../shape/fields.ts';
import { type ObjectShape } from '../shape/shape.ts';
import { affiliationSummary } from './affiliation.ts';
import { lastModifiedDate, path } from './envelope.ts';
import { externalIds, rawExternalIds } from './external-id.ts';
import { peerReviewSummary } from './peer-review.ts';

const groupIds = element('common', 'external-ids', externalIds);

/** `affiliation-group`, whose `summaries` say what they are (activities-3.0.xsd). */
export const affiliationList = (section: string): ObjectShape =>
  object(
    lastModifiedDate,
    elements(
      'activities',
      'affiliation-group',
      object(
        lastModifiedDate,
        groupIds,
        keyedList('summaries', [element(section, `${section}-summary`, affiliationSummary)]),
      ),
    ),
    path,
  );

/** Works, fundings and research resources. */
export const groupList = (section: string, summary: ObjectShape, ids: ObjectShape = externalIds): ObjectShape =>
  object(
    lastModifiedDate,
    elements(
      'activities',
      'group',
      object(
        lastModifiedDate,
        element('common', 'external-ids', ids),
        elements(section, `${section}-summary`, summary),
      ),
    ),
    path,
  );

/** Groups of a review group, and in them groups of duplicates. */
export const peerReviewList: ObjectShape = object(
  lastModifiedDate,
  elements(
    'activities',
    'group',
    object(
      lastModifiedDate,
      element('common', 'external-ids', rawExternalIds),
      elements(
        'activities',
        'peer-review-group',
        object(lastModifiedDate, groupIds, elements('peer-review', 'peer-review-summary', peerReviewSummary)),
      ),
    ),
  ),
  path,
);
