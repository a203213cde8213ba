import { AuditTrail, type CaseEvidence, type CaseKind, PersonCase, PersonCaseRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

export interface CaseToOpen {
  readonly institutionId: string;
  readonly kind: CaseKind;
  readonly personId: string;
  readonly otherPersonId: string | null;
  readonly evidence: CaseEvidence;
}

/** What no program may decide about who is who. */
@Injectable()
export class PersonCases {
  constructor(
    private readonly cases: PersonCaseRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Those that nobody has decided yet, oldest first. */
  listOpen(institutionId: string, limit: number): Promise<PersonCase[]> {
    return this.cases.open(institutionId, limit);
  }

  /** Part of the surrounding transaction. What is asked already, or was decided, is not asked again. */
  async open(given: CaseToOpen): Promise<void> {
    const { institutionId, kind, personId, otherPersonId, evidence } = given;
    if ((await this.cases.findSame(kind, personId, otherPersonId, evidence.stated)) !== null) return;
    const opened = new PersonCase({ ...given, openedAt: this.clock.now() });
    this.cases.add(opened);
    this.audit.append({
      institutionId,
      actor: 'person',
      actorId: personId,
      action: 'person.case-opened',
      subjectId: opened.id,
      detail: { kind },
    });
  }
}
