import { type MetadataSourceRow, MetadataSourceRows, type SourceState } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import { MetadataSourceType } from './metadata-source.type.ts';
import { SourceStateType } from './source-state.enum.ts';

const STATE = {
  current: SourceStateType.CURRENT,
  overdue: SourceStateType.OVERDUE,
  failing: SourceStateType.FAILING,
  expiring: SourceStateType.EXPIRING,
  unread: SourceStateType.UNREAD,
} as const satisfies Record<SourceState, SourceStateType>;

@Resolver(() => MetadataSourceType)
@Needs('read')
export class MetadataSourcesResolver {
  constructor(
    private readonly sources: MetadataSourceRows,
    private readonly clock: Clock,
  ) {}

  @Query(() => [MetadataSourceType], { description: 'Where the institution’s identity providers are described.' })
  async metadataSources(@CurrentPrincipal() { institutionId }: Principal): Promise<MetadataSourceType[]> {
    return (await this.sources.watch(institutionId, this.clock.now())).map(toType);
  }
}

function toType({ state, readAt, triedAt, failure, ...rest }: MetadataSourceRow): MetadataSourceType {
  const { id, kind, location, providers, unusable, expiring } = rest;
  return {
    ...{ id, kind, location, providers, unusable, expiring, state: STATE[state] },
    ...{ readAt: readAt ?? null, triedAt: triedAt ?? null, failure: failure ?? null },
  };
}
