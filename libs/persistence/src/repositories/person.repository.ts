import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { PersonIdentity } from '../entities/person-identity.entity.ts';
import { type Consent, Person } from '../entities/person.entity.ts';

/** Which researchers a page of the list holds: those after `afterId`, oldest first. */
export interface PersonPage {
  readonly institutionId: string;
  readonly consent?: Consent | undefined;
  /** Only those of whom the identity provider says an ORCID iD. */
  readonly hasOrcidHint?: boolean | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class PersonRepository {
  constructor(private readonly em: EntityManager) {}

  find(institutionId: string, id: string): Promise<Person | null> {
    return this.em.findOne(Person, { id, institutionId });
  }

  async findByIdentity(institutionId: string, provider: string, identifier: string): Promise<Person | null> {
    const identity = await this.em.findOne(PersonIdentity, { institutionId, provider, identifier });
    return identity && this.em.findOneOrFail(Person, { id: identity.personId });
  }

  findByStaffId(institutionId: string, staffId: string): Promise<Person | null> {
    return this.em.findOne(Person, { institutionId, staffId });
  }

  findByIds(ids: readonly string[]): Promise<Person[]> {
    return this.em.find(Person, { id: { $in: [...ids] } });
  }

  /** Keyset paging: ids grow with time (UUID version 7), so pages stay right while people join. */
  page({ institutionId, consent, hasOrcidHint = false, afterId, limit }: PersonPage): Promise<Person[]> {
    const where = {
      institutionId,
      ...(consent === undefined ? {} : { consent }),
      ...(hasOrcidHint ? { orcidHint: { $ne: null } } : {}),
      ...(afterId === undefined ? {} : { id: { $gt: afterId } }),
    };
    return this.em.find(Person, where, { orderBy: { id: 'asc' }, limit });
  }

  count(institutionId: string, consent?: Consent): Promise<number> {
    return this.em.count(Person, { institutionId, ...(consent === undefined ? {} : { consent }) });
  }

  add(person: Person): void {
    this.em.persist(person);
  }

  addIdentity(identity: PersonIdentity): void {
    this.em.persist(identity);
  }
}
