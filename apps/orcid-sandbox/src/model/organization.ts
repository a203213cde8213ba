import { element, elements, object, oneOf, text } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';
import { COUNTRIES } from './vocabulary.ts';

const longText = text({ max: 4000, filled: true });

const address = object(
  element('common', 'city', longText),
  element('common', 'region', longText),
  element('common', 'country', oneOf(COUNTRIES)),
);
export type OrganizationAddress = ValueOf<typeof address>;

const disambiguated = object(
  element('common', 'disambiguated-organization-identifier', text({ max: 500 }), { required: true }),
  element('common', 'disambiguation-source', text({ max: 500 }), { required: true }),
);
export type DisambiguatedOrganization = ValueOf<typeof disambiguated>;

export const organization = object(
  element('common', 'name', longText, { required: true }),
  element('common', 'address', address, { required: true }),
  element('common', 'disambiguated-organization', disambiguated),
);
export type Organization = ValueOf<typeof organization>;

/** The institutions that host a resource, one to ten of them. */
export const hosts = object(elements('common', 'organization', organization, { required: true, max: 10 }));
