import { element, shortWrapped, text } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';
import {
  affiliationObject,
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
import { organization } from './organization.ts';

const longText = text({ max: 4000, filled: true });

const content = [
  element('common', 'department-name', longText),
  element('common', 'role-title', longText),
  element('common', 'start-date', fuzzyDate),
  element('common', 'end-date', fuzzyDate),
  element('common', 'organization', organization),
  element('common', 'url', shortWrapped(text())),
  element('common', 'external-ids', externalIds),
] as const;

/** One shape for all seven types (common-3.0.xsd, affiliation); only the element around it has another name. */
export const affiliation = affiliationObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  putCode,
  path,
  ...content,
  displayIndexText,
  visibility,
);
export type Affiliation = ValueOf<typeof affiliation>;

export const affiliationSummary = affiliationObject(
  createdDate,
  lastModifiedDate,
  itemSource,
  putCode,
  ...content,
  displayIndexText,
  visibility,
  path,
);
