import { element, elements, object, oneOf, shortWrapped, text } from '../shape/fields.ts';
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
import { externalIds } from './external-id.ts';
import { fuzzyDate } from './fuzzy-date.ts';
import { hosts } from './organization.ts';
import { title } from './title.ts';
import { RESOURCE_TYPES } from './vocabulary.ts';

const prefix = 'research-resource';
const required = { required: true } as const;
const url = element('common', 'url', shortWrapped(text()));

const proposal = element(
  prefix,
  'proposal',
  object(
    element(prefix, 'title', title, required),
    element(prefix, 'hosts', hosts, required),
    element('common', 'external-ids', externalIds, required),
    element('common', 'start-date', fuzzyDate),
    element('common', 'end-date', fuzzyDate),
    url,
  ),
  required,
);

const resourceItem = object(
  element(prefix, 'resource-name', text({ max: 1000, filled: true }), required),
  element(prefix, 'resource-type', oneOf(RESOURCE_TYPES), required),
  element(prefix, 'hosts', hosts, required),
  element('common', 'external-ids', externalIds, required),
  url,
);

export const researchResource = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  proposal,
  elements(prefix, 'resource-item', resourceItem, { ...required, wrapper: 'resource-items' }),
  displayIndexText,
  path,
  putCode,
  visibility,
);
export type ResearchResource = ValueOf<typeof researchResource>;

export const researchResourceSummary = activityObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  proposal,
  displayIndexText,
  path,
  putCode,
  visibility,
);
