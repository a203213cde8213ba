import {
  type Affiliation,
  AFFILIATION_KINDS,
  type AffiliationKind,
  type ExternalId,
  type FuzzyDate,
  type Organization,
} from '@ligature/orcid-model';

/** Path segments of each kind: one item, and the list (ORCID API v3.0). */
export const AFFILIATION_PATHS: Readonly<Record<AffiliationKind, { readonly one: string; readonly all: string }>> =
  Object.fromEntries(AFFILIATION_KINDS.map((kind) => [kind, { one: kind, all: `${kind}s` }])) as Record<
    AffiliationKind,
    { one: string; all: string }
  >;

/** An affiliation as ORCID takes it: kebab-case, texts wrapped in `value` where ORCID wraps them. */
export function toWire(affiliation: Affiliation): object {
  const { department, role, start, end, organization, url, externalIds } = affiliation;
  return withoutUndefined({
    'department-name': department,
    'role-title': role,
    'start-date': start && dateToWire(start),
    'end-date': end && dateToWire(end),
    organization: organizationToWire(organization),
    url: url === undefined ? undefined : { value: url },
    'external-ids': { 'external-id': externalIds.map(externalIdToWire) },
  });
}

function organizationToWire({ name, city, region, country, identifier }: Organization): object {
  return withoutUndefined({
    name,
    address: withoutUndefined({ city, region, country }),
    'disambiguated-organization': identifier && {
      'disambiguated-organization-identifier': identifier.value,
      'disambiguation-source': identifier.registry,
    },
  });
}

function externalIdToWire({ type, value, url, relationship }: ExternalId): object {
  return withoutUndefined({
    'external-id-type': type,
    'external-id-value': value,
    'external-id-url': url === undefined ? undefined : { value: url },
    'external-id-relationship': relationship,
  });
}

/** ORCID wants two digits for months and days, as text. */
function dateToWire({ year, month, day }: FuzzyDate): object {
  const part = (number: number | undefined): object | undefined =>
    number === undefined ? undefined : { value: String(number).padStart(2, '0') };
  return withoutUndefined({ year: part(year), month: part(month), day: part(day) });
}

function withoutUndefined(object: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
