import {
  isCountry,
  isRorId,
  type Organization,
  ORGANIZATION_REGISTRIES,
  type OrganizationIdentifier,
} from '@ligature/orcid-model';
import { at, maybe, object } from './object.wire.ts';
import { text, word } from './text.wire.ts';
import { fault, type Fault, type Wire, withRules } from './wire.ts';

const LONG = { max: 4000 } as const;

export const COUNTRY = { form: { test: isCountry }, called: 'a country of ISO 3166-1, such as GB' } as const;

const identifier = withRules(
  object<OrganizationIdentifier>({
    registry: at('disambiguation-source', word(ORGANIZATION_REGISTRIES)),
    value: at('disambiguated-organization-identifier', text()),
  }),
  ({ registry, value }) =>
    registry === 'ROR' && !isRorId(value) ? [fault('value', 'must be a ROR id such as https://ror.org/05dxps055')] : [],
);

const members = object<Organization>({
  name: at('name', text(LONG)),
  city: maybe('address.city', text(LONG)),
  region: maybe('address.region', text(LONG)),
  country: maybe('address.country', text(COUNTRY)),
  identifier: maybe('disambiguated-organization', identifier),
});

/** ORCID wants the address even where nothing of it is known (common-3.0.xsd, organization). */
export const organization: Wire<Organization> = {
  ...members,
  write: (value) => ({ address: {}, ...(members.write(value) as object) }),
};

/** Where ORCID takes only organisations it knows (error 9045). */
export const knownOrganization = withRules(organization, identifierRule);

export function identifierRule(value: Organization): Fault[] {
  return value.identifier === undefined ? [fault('identifier', 'is required')] : [];
}
