import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ResearcherIdentity } from '../entities/researcher-identity.entity.ts';
import { type Consent, Researcher } from '../entities/researcher.entity.ts';

/** Which researchers a page of the list holds: those after `afterId`, oldest first. */
export interface ResearcherPage {
  readonly institutionId: string;
  readonly consent?: Consent | undefined;
  /** Only those of whom the identity provider says an ORCID iD. */
  readonly hasOrcidHint?: boolean | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class ResearcherRepository {
  constructor(private readonly em: EntityManager) {}

  find(institutionId: string, id: string): Promise<Researcher | null> {
    return this.em.findOne(Researcher, { id, institutionId });
  }

  async findByIdentity(institutionId: string, provider: string, identifier: string): Promise<Researcher | null> {
    const identity = await this.em.findOne(ResearcherIdentity, { institutionId, provider, identifier });
    return identity && this.em.findOneOrFail(Researcher, { id: identity.researcherId });
  }

  findByStaffId(institutionId: string, staffId: string): Promise<Researcher | null> {
    return this.em.findOne(Researcher, { institutionId, staffId });
  }

  findByIds(ids: readonly string[]): Promise<Researcher[]> {
    return this.em.find(Researcher, { id: { $in: [...ids] } });
  }

  /** Keyset paging: ids grow with time (UUID version 7), so pages stay right while people join. */
  page({ institutionId, consent, hasOrcidHint = false, afterId, limit }: ResearcherPage): Promise<Researcher[]> {
    const where = {
      institutionId,
      ...(consent === undefined ? {} : { consent }),
      ...(hasOrcidHint ? { orcidHint: { $ne: null } } : {}),
      ...(afterId === undefined ? {} : { id: { $gt: afterId } }),
    };
    return this.em.find(Researcher, where, { orderBy: { id: 'asc' }, limit });
  }

  count(institutionId: string, consent?: Consent): Promise<number> {
    return this.em.count(Researcher, { institutionId, ...(consent === undefined ? {} : { consent }) });
  }

  add(researcher: Researcher): void {
    this.em.persist(researcher);
  }

  addIdentity(identity: ResearcherIdentity): void {
    this.em.persist(identity);
  }
}
