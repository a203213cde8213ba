import { AssertionRepository, AuditTrail, feedKeyOf, type Institution } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** A job as the HR system calls it. */
export interface NamedJob {
  readonly staffId: string;
  readonly jobId: string;
}

/** Takes back a job that should never have been stated: that an export no longer lists it would only be its end. */
@Injectable()
export class JobWithdrawal {
  constructor(
    private readonly em: EntityManager,
    private readonly assertions: AssertionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing of it is wanted on a record any more. An export that lists it again states it again.
   * @param by who decides, for the audit trail
   */
  withdraw(institution: Institution, job: NamedJob, by: string): Promise<'withdrawn' | 'withdrawn-before' | 'unknown'> {
    const key = feedKeyOf(institution);
    return this.em.transactional(async () => {
      await this.assertions.lock(key);
      const row = { personKey: job.staffId, rowKey: job.jobId };
      const [found] = await this.assertions.withdraw(key, [row], this.clock.now());
      if (found === undefined) return 'unknown';
      if (!found.changed) return 'withdrawn-before';
      const entry = { institutionId: institution.id, actor: 'operator', actorId: null, subjectId: null } as const;
      this.audit.append({ ...entry, action: 'job.withdrawn', detail: { by, jobId: job.jobId } });
      return 'withdrawn';
    });
  }
}
