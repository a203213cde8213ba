import { Context, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import type { AdminContext } from '../admin-context.ts';
import { InstitutionType } from './institution.type.ts';

@Resolver(() => InstitutionType)
@Needs('read')
export class InstitutionResolver {
  @Query(() => InstitutionType, { description: 'The institution whose key is asking.' })
  institution(
    @CurrentPrincipal() { institutionId }: Principal,
    @Context() { loaders }: AdminContext,
  ): Promise<InstitutionType> {
    return loaders.institutionOf.load(institutionId);
  }
}
