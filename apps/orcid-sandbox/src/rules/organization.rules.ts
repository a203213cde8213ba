import { OrcidError } from '../api/orcid-error.ts';
import { type Organization } from '../model/organization.ts';
import { type World } from '../world/world.ts';

/** Must be there, disambiguated, and in ORCID's own table. */
export function requireDisambiguated(world: World, organization: Organization | undefined): void {
  if (organization === undefined) throw new OrcidError(9046);
  if (organization['disambiguated-organization'] === undefined) throw new OrcidError(9045);
  refuseUnknown(world, organization);
}

/** An identifier may be left out here and there, but never invented. */
export function refuseUnknown(world: World, organization: Organization): void {
  const disambiguated = organization['disambiguated-organization'];
  if (disambiguated === undefined) return;
  const source = disambiguated['disambiguation-source'] ?? '';
  const identifier = disambiguated['disambiguated-organization-identifier'] ?? '';
  if (!world.organizations.knows(source, identifier)) throw new OrcidError(9045);
}
