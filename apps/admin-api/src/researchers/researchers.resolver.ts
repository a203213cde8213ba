import { ResearcherRepository } from '@ligature/persistence';
import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AdminPrincipal } from '../access/admin-principal.ts';
import { Allow, READERS } from '../access/allow.decorator.ts';
import { Principal } from '../access/principal.decorator.ts';
import type { AdminContext } from '../admin-context.ts';
import { ConnectionMapper } from '../connections/connection.mapper.ts';
import { ConnectionType } from '../connections/connection.type.ts';
import { fromCursor, toCursor } from '../paging/cursor.ts';
import { ConsentState } from './consent.enum.ts';
import { FindResearchersArgs } from './find-researchers.args.ts';
import { toResearcherType } from './researcher.mapper.ts';
import { ResearcherPageType, ResearcherType } from './researcher.type.ts';

@Resolver(() => ResearcherType)
@Allow(READERS)
export class ResearchersResolver {
  constructor(
    private readonly repository: ResearcherRepository,
    private readonly mapper: ConnectionMapper,
  ) {}

  @Query(() => ResearcherPageType, { description: 'The researchers of the institution, oldest first.' })
  async researchers(
    @Principal() { institutionId }: AdminPrincipal,
    @Args() args: FindResearchersArgs,
  ): Promise<ResearcherPageType> {
    const { first, after } = args;
    const consent = args.consent ?? undefined;
    const found = await this.repository.page({ institutionId, consent, afterId: fromCursor(after), limit: first + 1 });
    const items = found.slice(0, first).map(toResearcherType);
    const endCursor = items.at(-1)?.id;
    return {
      items,
      pageInfo: { hasNextPage: found.length > first, endCursor: endCursor === undefined ? null : toCursor(endCursor) },
    };
  }

  @Query(() => Int, { description: 'How many researchers there are.' })
  researcherCount(
    @Principal() { institutionId }: AdminPrincipal,
    @Args('consent', { type: () => ConsentState, nullable: true }) consent?: ConsentState,
  ): Promise<number> {
    return this.repository.count(institutionId, consent);
  }

  @Query(() => ResearcherType, {
    nullable: true,
    description: 'One researcher; null when the institution has no such person.',
  })
  async researcher(
    @Principal() { institutionId }: AdminPrincipal,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<ResearcherType | null> {
    const found = await this.repository.find(institutionId, id);
    return found && toResearcherType(found);
  }

  @ResolveField(() => ConnectionType, {
    nullable: true,
    description: 'The iD the person has connected, or, when they have none now, the one they had last.',
  })
  async connection(
    @Parent() { id }: ResearcherType,
    @Context() { loaders }: AdminContext,
  ): Promise<ConnectionType | null> {
    const found = await loaders.connectionOf.load(id);
    return found === undefined ? null : this.mapper.toType(found);
  }
}
