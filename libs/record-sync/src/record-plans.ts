import { AuditTrail, type HeldPlan, JobQueue, type Plan, PlanRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** What waits for a person because it would take much away from records, and what they decide. */
@Injectable()
export class RecordPlans {
  constructor(
    private readonly em: EntityManager,
    private readonly plans: PlanRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  held(institutionId: string): Promise<HeldPlan | null> {
    return this.plans.held(institutionId);
  }

  /** Lets the held plan through; its records are brought up to date at once. @returns how many records; null: nothing is held */
  async release(institutionId: string, by: string): Promise<number | null> {
    return this.decide(institutionId, async (plan, at) => {
      plan.decide('approved', by, at);
      await this.plans.admitAll(plan.id, at);
      const connections = await this.plans.connectionsOf(plan.id);
      await this.queue.enqueueAll(
        'sync-record',
        connections.map((id) => ({ data: { connectionId: id }, institutionId, key: id })),
      );
      this.record(plan, 'plan.released', by);
      return connections.length;
    });
  }

  /** Nothing of the held plan is done, and the same is not proposed again. @returns how many records; null: nothing is held */
  async reject(institutionId: string, by: string): Promise<number | null> {
    return this.decide(institutionId, async (plan, at) => {
      plan.decide('rejected', by, at);
      this.record(plan, 'plan.rejected', by);
      return (await this.plans.connectionsOf(plan.id)).length;
    });
  }

  private decide(institutionId: string, work: (plan: Plan, at: Date) => Promise<number>): Promise<number | null> {
    return this.em.transactional(async () => {
      await this.plans.lock(institutionId);
      const plan = await this.plans.findHeld(institutionId);
      return plan === null ? null : work(plan, this.clock.now());
    });
  }

  private record({ institutionId, id }: Plan, action: 'plan.released' | 'plan.rejected', by: string): void {
    this.audit.append({ institutionId, actor: 'operator', actorId: null, action, subjectId: id, detail: { by } });
  }
}
