import {
  AuditTrail,
  type CaseDecision,
  type Person,
  type PersonCase,
  PersonCaseRepository,
  PersonRepository,
  PersonStaffId,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/**
 * What became of a decision: done; no such case; decided before; the number belongs to somebody else by now; or both have
 * connected an iD at some time, so that tokens and items of both stand and no program may join them; or it is about an ORCID
 * iD, where "same" is no answer: connections are moved, ended or left, and people merged.
 */
export type DecisionOutcome =
  'decided' | 'about-orcid-id' | 'unknown-case' | 'decided-before' | 'number-taken' | 'both-connected';

/** Who is who, decided by a person: what a sign-in stated is theirs as well, or is not. */
@Injectable()
export class CaseDecisions {
  constructor(
    private readonly em: EntityManager,
    private readonly cases: PersonCaseRepository,
    private readonly people: PersonRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * `different` leaves everybody as they are and is not asked again. `same` gives the number to the person of the case; where
   * it is another person's, the two become one, in favour of who has connected an iD.
   * @param by who decides, for the audit trail
   */
  async decide(institutionId: string, caseId: string, decision: CaseDecision, by: string): Promise<DecisionOutcome> {
    return this.em.transactional(async () => {
      const open = await this.cases.lock(institutionId, caseId);
      if (open === null) return 'unknown-case';
      if (!open.isOpen) return 'decided-before';
      const outcome = decision === 'same' ? await this.makeSame(open) : 'decided';
      if (outcome === 'decided') this.keep(open, decision, by);
      return outcome;
    });
  }

  private async makeSame(open: PersonCase): Promise<DecisionOutcome> {
    const { institutionId, personId, otherPersonId, evidence } = open;
    if (evidence.space === undefined) return 'about-orcid-id';
    const key = { space: evidence.space, staffId: evidence.stated };
    const holder = await this.people.findByStaffId(institutionId, key);
    if (holder?.id === personId) return 'decided';
    if (holder === null) {
      this.people.addStaffId(new PersonStaffId({ institutionId, ...key, personId }));
      return 'decided';
    }
    if (holder.id !== otherPersonId) return 'number-taken';
    const person = await this.people.find(institutionId, personId);
    return person === null ? 'unknown-case' : this.join(person, holder);
  }

  private async join(person: Person, holder: Person): Promise<DecisionOutcome> {
    if (!(await this.people.hasEverConnected(holder.id))) return this.joinInto(person, holder);
    if (!(await this.people.hasEverConnected(person.id))) return this.joinInto(holder, person);
    return 'both-connected';
  }

  private async joinInto(target: Person, source: Person): Promise<DecisionOutcome> {
    await this.people.join(source, target);
    await this.cases.closeAnswered(target.id, 'same', this.clock.now());
    return 'decided';
  }

  private keep(open: PersonCase, decision: CaseDecision, by: string): void {
    open.decide(decision, this.clock.now());
    this.audit.append({
      institutionId: open.institutionId,
      actor: 'operator',
      actorId: null,
      action: 'person.case-decided',
      subjectId: open.id,
      detail: { by, decision, kind: open.kind },
    });
  }
}
