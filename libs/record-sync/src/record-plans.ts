import { AuditTrail, type HeldPlan, JobQueue, type Plan, PlanRepository, type ShownStep } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Who decides, and what they saw: the fingerprint of the plan. */
export interface Decision {
  readonly by: string;
  readonly seen: string;
}

/** What came of a decision; `changed` when another plan is held than the one that was seen. */
export type DecidedPlan =
  | { readonly kind: 'decided'; readonly records: number }
  | { readonly kind: 'nothing-held' }
  | { readonly kind: 'changed'; readonly held: HeldPlan };

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

  /** What the held plan would do, step by step; empty when nothing is held. */
  async steps(institutionId: string): Promise<ShownStep[]> {
    const held = await this.plans.held(institutionId);
    return held === null ? [] : this.plans.stepsOf(held.id);
  }

  /** Lets the held plan through; its records are brought up to date at once. */
  async release(institutionId: string, { by, seen }: Decision): Promise<DecidedPlan> {
    return this.decide(institutionId, seen, async (plan, at) => {
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

  /** Nothing of the held plan is done, and the same is not proposed again. */
  async reject(institutionId: string, { by, seen }: Decision): Promise<DecidedPlan> {
    return this.decide(institutionId, seen, async (plan, at) => {
      plan.decide('rejected', by, at);
      this.record(plan, 'plan.rejected', by);
      return (await this.plans.connectionsOf(plan.id)).length;
    });
  }

  private decide(
    institutionId: string,
    seen: string,
    work: (plan: Plan, at: Date) => Promise<number>,
  ): Promise<DecidedPlan> {
    return this.em.transactional(async () => {
      await this.plans.lock(institutionId);
      const held = await this.plans.held(institutionId);
      if (held === null) return { kind: 'nothing-held' };
      if (held.fingerprint !== seen) return { kind: 'changed', held };
      return { kind: 'decided', records: await work(await this.plans.get(institutionId, held.id), this.clock.now()) };
    });
  }

  private record({ institutionId, id }: Plan, action: 'plan.released' | 'plan.rejected', by: string): void {
    this.audit.append({ institutionId, actor: 'operator', actorId: null, action, subjectId: id, detail: { by } });
  }
}
