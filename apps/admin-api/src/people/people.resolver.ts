import { PersonRepository, PersonRows } from '@ligature/persistence';
import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import type { AdminContext } from '../admin-context.ts';
import { ConnectionMapper } from '../connections/connection.mapper.ts';
import { ConnectionType } from '../connections/connection.type.ts';
import { fromCursor, toCursor } from '../paging/cursor.ts';
import { ConsentState } from './consent.enum.ts';
import { FindPeopleArgs } from './find-people.args.ts';
import { toPersonType } from './person.mapper.ts';
import { PersonPageType, PersonType } from './person.type.ts';

@Resolver(() => PersonType)
@Needs('read')
export class PeopleResolver {
  constructor(
    private readonly rows: PersonRows,
    private readonly repository: PersonRepository,
    private readonly mapper: ConnectionMapper,
  ) {}

  @Query(() => PersonPageType, { description: 'The researchers of the institution, oldest first.' })
  async people(
    @CurrentPrincipal() { institutionId }: Principal,
    @Args() args: FindPeopleArgs,
  ): Promise<PersonPageType> {
    const { first, after } = args;
    const consent = args.consent ?? undefined;
    const found = await this.rows.page({ institutionId, consent, afterId: fromCursor(after), limit: first + 1 });
    const items = found.slice(0, first).map(toPersonType);
    const endCursor = items.at(-1)?.id;
    return {
      items,
      pageInfo: { hasNextPage: found.length > first, endCursor: endCursor === undefined ? null : toCursor(endCursor) },
    };
  }

  @Query(() => Int, { description: 'How many researchers there are.' })
  personCount(
    @CurrentPrincipal() { institutionId }: Principal,
    @Args('consent', { type: () => ConsentState, nullable: true }) consent?: ConsentState,
  ): Promise<number> {
    return this.repository.count(institutionId, consent);
  }

  @Query(() => PersonType, {
    nullable: true,
    description: 'One researcher; null when the institution has no such person.',
  })
  async person(
    @CurrentPrincipal() { institutionId }: Principal,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<PersonType | null> {
    const found = await this.rows.find(institutionId, id);
    return found === undefined ? null : toPersonType(found);
  }

  @ResolveField(() => ConnectionType, {
    nullable: true,
    description: 'The iD the person has connected, or, when they have none now, the one they had last.',
  })
  async connection(@Parent() { id }: PersonType, @Context() { loaders }: AdminContext): Promise<ConnectionType | null> {
    const found = await loaders.connectionOf.load(id);
    return found === undefined ? null : this.mapper.toType(found);
  }

  @ResolveField(() => [String], { description: 'As the feeds write them, leading zeros kept.' })
  staffIds(@Parent() { id }: PersonType, @Context() { loaders }: AdminContext): Promise<readonly string[]> {
    return loaders.staffIdsOf.load(id);
  }
}
