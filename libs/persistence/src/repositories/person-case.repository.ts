import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type CaseKind, PersonCase } from '../entities/person-case.entity.ts';

/** Cases for a person to decide. */
@Injectable()
export class PersonCaseRepository {
  constructor(private readonly em: EntityManager) {}

  /** The open case of the kind about these two, so that nobody is asked the same twice. */
  findOpen(kind: CaseKind, personId: string, otherPersonId: string | null): Promise<PersonCase | null> {
    return this.em.findOne(PersonCase, { kind, personId, otherPersonId, decidedAt: null });
  }

  /** Those that wait, oldest first. */
  open(institutionId: string, limit: number): Promise<PersonCase[]> {
    return this.em.find(PersonCase, { institutionId, decidedAt: null }, { orderBy: { openedAt: 'asc' }, limit });
  }

  get(institutionId: string, id: string): Promise<PersonCase> {
    return this.em.findOneOrFail(PersonCase, { id, institutionId });
  }

  add(opened: PersonCase): void {
    this.em.persist(opened);
  }
}
