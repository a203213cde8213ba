import { InstitutionRepository } from '@ligature/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type { AdminPrincipal } from '../access/admin-principal.ts';
import { Allow, READERS } from '../access/allow.decorator.ts';
import { Principal } from '../access/principal.decorator.ts';
import { InstitutionType } from './institution.type.ts';

@Resolver(() => InstitutionType)
@Allow(READERS)
export class InstitutionResolver {
  constructor(private readonly institutions: InstitutionRepository) {}

  @Query(() => InstitutionType, { description: 'The institution whose key is asking.' })
  async institution(@Principal() { institutionId }: AdminPrincipal): Promise<InstitutionType> {
    const { id, name, rorId, timeZone, orcidEnvironment } = await this.institutions.get(institutionId);
    return { id, name, rorId, timeZone, orcidEnvironment };
  }
}
