import { type ResearchResource } from '../model/research-resource.ts';
import { type Registry } from '../registry/registry.ts';
import { requireStart } from './dates.rules.ts';
import { checkVersionedIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { requireDisambiguated } from './organization.rules.ts';

/** S: ActivityValidator.validateResearchResource. */
export function checkResearchResource(resource: ResearchResource, registry: Registry): void {
  const { proposal = {}, 'resource-item': items = [] } = resource;
  checkPart(proposal, 'Missing external ID in Research Resource Proposal', registry);
  requireStart(proposal['start-date'], proposal['end-date']);
  for (const item of items) checkPart(item, 'Missing external ID in Research Resource Item', registry);
}

type Part = Pick<NonNullable<ResearchResource['proposal']>, 'external-ids' | 'hosts'>;

function checkPart(part: Part, missing: string, registry: Registry): void {
  checkVersionedIdentifiers(requireIdentifiers(part['external-ids'], missing), registry);
  for (const host of part.hosts?.organization ?? []) requireDisambiguated(registry, host);
}
