import { OrcidError } from '../api/orcid-error.ts';
import { type Affiliation } from '../model/affiliation.ts';
import { type Registry } from '../registry/registry.ts';
import { requireOrder, requireRealDate } from './dates.rules.ts';
import { refuseUnknown, requireDisambiguated } from './organization.rules.ts';

/** Employment and education: a known institution, with its city and country. */
export function checkPosition(content: Affiliation, registry: Registry): void {
  requireDisambiguated(registry, content.organization);
  const { city, country } = content.organization?.address ?? {};
  if (city === undefined || country === undefined) throw new OrcidError(9060);
  checkDates(content);
}

/** The other five, since August 2025: an institution or an identifier of the activity. */
export function checkProfessionalActivity(content: Affiliation, registry: Registry): void {
  const { organization } = content;
  if (organization === undefined) throw new OrcidError(9046);
  const hasIdentifier = (content['external-ids']?.['external-id'] ?? []).length > 0;
  if (organization['disambiguated-organization'] === undefined && !hasIdentifier) throw new OrcidError(9062);
  const { city, region, country } = organization.address ?? {};
  if ((city ?? region) !== undefined && country === undefined) throw new OrcidError(9061);
  refuseUnknown(registry, organization);
  checkDates(content);
}

/** A start is never demanded, whatever the documents say. */
function checkDates(content: Affiliation): void {
  requireRealDate(content['end-date']);
  requireRealDate(content['start-date']);
  requireOrder(content['start-date'], content['end-date']);
}
