import { MetadataSourceRepository } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { AdminPrincipal } from '../access/admin-principal.ts';
import { Allow, READERS } from '../access/allow.decorator.ts';
import { Principal } from '../access/principal.decorator.ts';
import { MetadataSourceType } from './metadata-source.type.ts';

@Resolver(() => MetadataSourceType)
@Allow(READERS)
export class MetadataSourcesResolver {
  constructor(private readonly sources: MetadataSourceRepository) {}

  @Query(() => [MetadataSourceType], { description: 'Where the institution’s identity providers are described.' })
  async metadataSources(@Principal() { institutionId }: AdminPrincipal): Promise<MetadataSourceType[]> {
    const sources = await this.sources.of(institutionId);
    return sources.map(({ id, kind, location, providers, unusable, readAt, triedAt, failure }) => ({
      ...{ id, kind, location, providers, unusable },
      ...{ readAt: readAt ?? null, triedAt: triedAt ?? null, failure: failure ?? null },
    }));
  }
}
