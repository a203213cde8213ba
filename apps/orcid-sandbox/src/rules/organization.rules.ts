import { OrcidError } from '../api/orcid-error.ts';
import { type Organization } from '../model/organization.ts';
import { type Registry } from '../registry/registry.ts';

/** Must be there, disambiguated, and in ORCID's own table. */
export function requireDisambiguated(registry: Registry, organization: Organization | undefined): void {
  if (organization === undefined) throw new OrcidError(9046);
  if (organization['disambiguated-organization'] === undefined) throw new OrcidError(9045);
  refuseUnknown(registry, organization);
}

/** An identifier may be left out here and there, but never invented. */
export function refuseUnknown(registry: Registry, organization: Organization): void {
  const disambiguated = organization['disambiguated-organization'];
  if (disambiguated === undefined) return;
  const source = disambiguated['disambiguation-source'] ?? '';
  const identifier = disambiguated['disambiguated-organization-identifier'] ?? '';
  if (!registry.organizations.knows(source, identifier)) throw new OrcidError(9045);
}
