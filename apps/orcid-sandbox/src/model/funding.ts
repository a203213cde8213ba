import { attribute, content, element, object, oneOf, shortWrapped, text } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';
import { fundingContributors } from './contributor.ts';
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
import { rawExternalIds } from './external-id.ts';
import { fuzzyDate } from './fuzzy-date.ts';
import { organization } from './organization.ts';
import { title } from './title.ts';
import { CURRENCIES, FUNDING_TYPES } from './vocabulary.ts';

const amount = object(content('value', text()), attribute('currency-code', oneOf(CURRENCIES), { required: true }));

const fundingType = element('funding', 'type', oneOf(FUNDING_TYPES), { required: true });
const url = element('common', 'url', shortWrapped(text()));
const startDate = element('common', 'start-date', fuzzyDate);
const endDate = element('common', 'end-date', fuzzyDate);
const ids = element('common', 'external-ids', rawExternalIds);
const funder = element('common', 'organization', organization, { required: true });

export const funding = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  putCode,
  path,
  fundingType,
  element('funding', 'organization-defined-type', shortWrapped(text({ max: 255 }))),
  element('funding', 'title', title),
  element('funding', 'short-description', text({ max: 5000 })),
  element('funding', 'amount', amount),
  url,
  startDate,
  endDate,
  ids,
  element('funding', 'contributors', fundingContributors),
  funder,
  visibility,
);
export type Funding = ValueOf<typeof funding>;

export const fundingSummary = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  element('funding', 'title', title),
  ids,
  url,
  fundingType,
  startDate,
  endDate,
  funder,
  visibility,
  putCode,
  path,
  displayIndexText,
);
