import { TenantRows } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import { InstitutionType } from './institution.type.ts';

@Resolver(() => InstitutionType)
@Needs('read')
export class InstitutionResolver {
  constructor(private readonly institutions: TenantRows) {}

  @Query(() => InstitutionType, { description: 'The institution whose key is asking.' })
  institution(@CurrentPrincipal() { institutionId }: Principal): Promise<InstitutionType> {
    return this.institutions.get(institutionId);
  }
}
