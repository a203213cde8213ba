import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Institution } from '../entities/institution.entity.ts';

/** The institutions of the deployment. */
@Injectable()
export class InstitutionRepository {
  constructor(private readonly em: EntityManager) {}

  all(): Promise<Institution[]> {
    return this.em.find(Institution, {}, { orderBy: { slug: 'asc' } });
  }

  get(id: string): Promise<Institution> {
    return this.em.findOneOrFail(Institution, { id });
  }

  findBySlug(slug: string): Promise<Institution | null> {
    return this.em.findOne(Institution, { slug });
  }
}
