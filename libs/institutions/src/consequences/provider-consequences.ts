import {
  IdentityProviderRepository,
  type Institution,
  MetadataSourceRepository,
  PersonRepository,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { DescribedSource } from '../configure/provider-source.ts';
import type { Consequence } from './consequence.ts';
import { consequencesOfProviders, type ProviderChange } from './consequences-of-providers.ts';
import { DescribedProviders, policyBefore } from './described-providers.ts';

/** Counts the people whom other sources of identity providers would concern. */
@Injectable()
export class ProviderConsequences {
  constructor(
    private readonly people: PersonRepository,
    private readonly providers: IdentityProviderRepository,
    private readonly sources: MetadataSourceRepository,
    private readonly clock: Clock,
  ) {}

  async of({ id }: Institution, described: readonly DescribedSource[]): Promise<Consequence[]> {
    const counts = await this.people.countIdentities(id);
    const entityIds = [...new Set(counts.map(({ provider }) => provider))];
    const known = { sources: await this.sources.of(id), idsOf: await this.providers.sourcesOf(id, entityIds) };
    const after = new DescribedProviders(described, known, new Set(entityIds), this.clock.now());
    const changes = new Map<string, ProviderChange>();
    for (const entityId of entityIds) {
      const before = policyBefore(entityId, known);
      if (before !== undefined) changes.set(entityId, { before, after: await after.find(entityId) });
    }
    return consequencesOfProviders(counts, changes);
  }
}
