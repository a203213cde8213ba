import { element, elements, object, oneOf, shortWrapped, text, wrapped } from '../shape/fields.ts';
import { type ObjectShape, type ValueOf } from '../shape/shape.ts';
import {
  createdDate,
  displayIndexNumber,
  itemSource,
  lastModifiedDate,
  path,
  personItemObject,
  putCode,
  visibility,
} from './envelope.ts';
import { COUNTRIES, RELATIONSHIPS } from './vocabulary.ts';

const required = { required: true } as const;
const head = [createdDate, lastModifiedDate, itemSource] as const;
const tail = [visibility, path, putCode, displayIndexNumber] as const;
const filled = text({ filled: true });

export const address = personItemObject(
  ...head,
  element('address', 'country', wrapped(oneOf(COUNTRIES)), required),
  ...tail,
);
export type Address = ValueOf<typeof address>;

export const keyword = personItemObject(...head, element('keyword', 'content', text({ max: 255 }), required), ...tail);
export type Keyword = ValueOf<typeof keyword>;

export const otherName = personItemObject(
  ...head,
  element('other-name', 'content', text({ max: 255 }), required),
  ...tail,
);
export type OtherName = ValueOf<typeof otherName>;

export const researcherUrl = personItemObject(
  ...head,
  element('researcher-url', 'url-name', text({ max: 350, filled: true })),
  element('researcher-url', 'url', shortWrapped(text()), required),
  ...tail,
);
export type ResearcherUrl = ValueOf<typeof researcherUrl>;

/** Its type is free text, and nothing is normalized. */
export const personIdentifier = personItemObject(
  ...head,
  element('common', 'external-id-type', filled, required),
  element('common', 'external-id-value', filled, required),
  element('common', 'external-id-url', shortWrapped(text())),
  element('common', 'external-id-relationship', oneOf(RELATIONSHIPS)),
  ...tail,
);
export type PersonIdentifier = ValueOf<typeof personIdentifier>;

/** `{"last-modified-date", "keyword": […], "path"}` */
export const personList = (prefix: string, name: string, shape: ObjectShape): ObjectShape =>
  object(lastModifiedDate, elements(prefix, name, shape), path);
