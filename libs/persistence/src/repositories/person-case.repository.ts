import type { OrcidId } from '@ligature/orcid-model';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type CaseDecision, type CaseKind, PersonCase } from '../entities/person-case.entity.ts';

/** Cases for a person to decide. */
@Injectable()
export class PersonCaseRepository {
  constructor(private readonly em: EntityManager) {}

  /** A case of the kind about these two and this number that is open, or was decided: nobody is asked the same twice. */
  findSame(kind: CaseKind, personId: string, otherPersonId: string | null, stated: string): Promise<PersonCase | null> {
    return this.em.findOne(PersonCase, { kind, personId, otherPersonId, evidence: { stated } });
  }

  /** Those that wait, oldest first. */
  open(institutionId: string, limit: number): Promise<PersonCase[]> {
    return this.em.find(PersonCase, { institutionId, decidedAt: null }, { orderBy: { openedAt: 'asc' }, limit });
  }

  /** The case as it stands now, locked until the transaction ends. */
  lock(institutionId: string, id: string): Promise<PersonCase | null> {
    return this.em.findOne(PersonCase, { id, institutionId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  /** Cases that ask whether one person is themselves: what is left when two have become one. */
  async closeAnswered(personId: string, decision: CaseDecision, at: Date): Promise<void> {
    const about = { personId, decidedAt: null, otherPersonId: personId };
    await this.em.nativeUpdate(PersonCase, about, { decision, decidedAt: at });
  }

  /** Cases of these people about who holds an iD: settled by what was done. */
  async closeAboutId(personIds: readonly string[], orcid: OrcidId, at: Date): Promise<void> {
    await this.em.execute(
      `update person_case set decision = 'different', decided_at = ?
        where decided_at is null and kind = 'id-held-by-another' and evidence ->> 'stated' = ?
          and person_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
      [at, orcid, JSON.stringify(personIds)],
    );
  }

  add(opened: PersonCase): void {
    this.em.persist(opened);
  }
}
