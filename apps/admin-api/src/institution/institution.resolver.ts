import { InstitutionRepository } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '@ligature/identity-model';
import { Needs } from '../access/needs.decorator.ts';
import { CurrentPrincipal } from '../access/principal.decorator.ts';
import { InstitutionType } from './institution.type.ts';

@Resolver(() => InstitutionType)
@Needs('read')
export class InstitutionResolver {
  constructor(private readonly institutions: InstitutionRepository) {}

  @Query(() => InstitutionType, { description: 'The institution whose key is asking.' })
  async institution(@CurrentPrincipal() { institutionId }: Principal): Promise<InstitutionType> {
    const { id, name, rorId, timeZone, orcidEnvironment } = await this.institutions.get(institutionId);
    return { id, name, rorId, timeZone, orcidEnvironment };
  }
}
