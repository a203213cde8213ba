import { attribute, boolean, element, elements, object, text, wrapped } from '../shape/fields.ts';
import { type Document } from '../shape/shape.ts';
import { RECORD_NAMESPACES as namespaces } from './namespaces.ts';
import { createdDate, itemSource, lastModifiedDate, path, putCode, visibility } from './envelope.ts';
import { address, keyword, otherName, personIdentifier, personList, researcherUrl } from './person-items.ts';

const name = object(
  createdDate,
  lastModifiedDate,
  element('personal-details', 'given-names', wrapped(text())),
  element('personal-details', 'family-name', wrapped(text())),
  element('personal-details', 'credit-name', wrapped(text())),
  element('common', 'source', object()),
  visibility,
  path,
);

const biography = object(
  createdDate,
  lastModifiedDate,
  element('personal-details', 'content', text()),
  visibility,
  path,
);

const email = object(
  createdDate,
  lastModifiedDate,
  itemSource,
  element('email', 'email', text()),
  path,
  visibility,
  attribute('verified', boolean),
  attribute('primary', boolean),
  putCode,
);

const emails = object(lastModifiedDate, elements('email', 'email', email), path);

const otherNames = element('other-name', 'other-names', personList('other-name', 'other-name', otherName));

const person = object(
  lastModifiedDate,
  element('person', 'name', name),
  otherNames,
  element('person', 'biography', biography),
  element('researcher-url', 'researcher-urls', personList('researcher-url', 'researcher-url', researcherUrl)),
  element('email', 'emails', emails),
  element('address', 'addresses', personList('address', 'address', address)),
  element('keyword', 'keywords', personList('keyword', 'keyword', keyword)),
  element(
    'external-identifier',
    'external-identifiers',
    personList('external-identifier', 'external-identifier', personIdentifier),
  ),
  path,
);

const personalDetails = object(
  lastModifiedDate,
  element('personal-details', 'name', name),
  otherNames,
  element('personal-details', 'biography', biography),
  path,
);

export const PERSON = { name: 'person', prefix: 'person', shape: person, namespaces } satisfies Document;
export const PERSONAL_DETAILS = {
  name: 'personal-details',
  prefix: 'personal-details',
  shape: personalDetails,
  namespaces,
} satisfies Document;
export const BIOGRAPHY = {
  name: 'biography',
  prefix: 'personal-details',
  shape: biography,
  namespaces,
} satisfies Document;
export const EMAILS = { name: 'emails', prefix: 'email', shape: emails, namespaces } satisfies Document;
