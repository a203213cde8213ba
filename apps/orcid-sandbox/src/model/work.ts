import { element, object, oneOf, shortWrapped, text, wrapped } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';
import { workContributors } from './contributor.ts';
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
import { externalIds } from './external-id.ts';
import { fuzzyDate } from './fuzzy-date.ts';
import { titleInSummary, titleText, titleWithSubtitle } from './title.ts';
import { CITATION_TYPES, COUNTRIES, WORK_TYPES } from './vocabulary.ts';

const citation = object(
  element('work', 'citation-type', oneOf(CITATION_TYPES), { required: true }),
  element('work', 'citation-value', text(), { required: true }),
);

const journalTitle = element('work', 'journal-title', shortWrapped(titleText));
const workType = element('work', 'type', oneOf(WORK_TYPES), { required: true });
const publicationDate = element('common', 'publication-date', fuzzyDate);
const ids = element('common', 'external-ids', externalIds);
const url = element('common', 'url', shortWrapped(text()));

export const work = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  putCode,
  path,
  element('work', 'title', titleWithSubtitle, { required: true }),
  journalTitle,
  element('work', 'short-description', text({ max: 5000 })),
  element('work', 'citation', citation),
  workType,
  publicationDate,
  ids,
  url,
  element('work', 'contributors', workContributors),
  element('common', 'language-code', text()),
  element('common', 'country', wrapped(oneOf(COUNTRIES))),
  visibility,
);
export type Work = ValueOf<typeof work>;

export const workSummary = activityObject(
  putCode,
  createdDate,
  lastModifiedDate,
  itemSource,
  element('work', 'title', titleInSummary, { required: true }),
  ids,
  url,
  workType,
  publicationDate,
  journalTitle,
  visibility,
  path,
  displayIndexText,
);
