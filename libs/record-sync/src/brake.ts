import { AuditTrail, type DecidedStep, Plan, PlanRepository, type RiskyStep } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RecordSyncConfig } from './record-sync.config.ts';

const DAY_MS = 24 * 60 * 60_000;
/** With as few items as this a share of them says nothing (our choice). */
const FEW_ITEMS = 5;

/**
 * Lets through what takes something away from records only as long as it is little within a day; more is held, as one
 * plan, until a person releases or rejects it. Every step of a plan passes here, whatever changed. What takes nothing away
 * does not: an item that moves to another client of ours, and a second copy that goes.
 */
@Injectable()
export class Brake {
  constructor(
    private readonly em: EntityManager,
    private readonly plans: PlanRepository,
    private readonly audit: AuditTrail,
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  /** @returns the items whose step may be done now; the others wait, or were rejected */
  async admit(institutionId: string, steps: readonly RiskyStep[]): Promise<ReadonlySet<string>> {
    if (steps.length === 0) return new Set();
    return this.em.transactional(async () => {
      await this.plans.lock(institutionId);
      const decided = new Map((await this.plans.decidedOf(idsOf(steps))).map((step) => [step.itemId, step]));
      const isDecided = (step: RiskyStep): boolean => isSame(decided.get(step.itemId), step);
      const approved = steps.filter((step) => isDecided(step) && decided.get(step.itemId)?.decision === 'approved');
      const open = steps.filter((step) => !isDecided(step));
      const admitted = (await this.isWithinLimit(institutionId, open)) ? open : [];
      return new Set(idsOf([...approved, ...admitted]));
    });
  }

  /** How many such steps a day are let through. */
  async limitOf(institutionId: string): Promise<number> {
    return stepsADay(await this.plans.countItems(institutionId), this.config);
  }

  /** Keeps the steps as let through, or holds all of them. */
  private async isWithinLimit(institutionId: string, open: readonly RiskyStep[]): Promise<boolean> {
    if (open.length === 0) return true;
    const at = this.clock.now();
    const limit = await this.limitOf(institutionId);
    const used = await this.plans.countAdmitted(institutionId, new Date(at.getTime() - DAY_MS));
    await this.plans.dropHeld(idsOf(open));
    const isWithin = used + open.length <= limit;
    const plan = isWithin
      ? await this.add(institutionId, 'approved', limit)
      : await this.heldPlan(institutionId, limit);
    await this.plans.addSteps(plan, open, isWithin ? at : null);
    return isWithin;
  }

  private async heldPlan(institutionId: string, limit: number): Promise<Plan> {
    const known = await this.plans.findHeld(institutionId);
    if (known !== null) return known;
    const plan = await this.add(institutionId, 'held', limit);
    const entry = {
      actor: 'scheduler',
      actorId: null,
      action: 'plan.held',
      subjectId: plan.id,
      detail: { limit },
    } as const;
    this.audit.append({ institutionId, ...entry });
    return plan;
  }

  private async add(institutionId: string, state: 'held' | 'approved', limit: number): Promise<Plan> {
    const plan = new Plan({ institutionId, state, limit, createdAt: this.clock.now() });
    this.plans.add(plan);
    await this.em.flush();
    return plan;
  }
}

/** How many risky steps a day an institution with so many items may take before a person is asked. */
export function stepsADay(
  items: number,
  {
    holdAboveSteps,
    holdAbovePercent,
    holdAlwaysAbovePercent,
  }: Pick<RecordSyncConfig, 'holdAboveSteps' | 'holdAbovePercent' | 'holdAlwaysAbovePercent'>,
): number {
  const usual = Math.max(holdAboveSteps, Math.floor((items * holdAbovePercent) / 100));
  return items > FEW_ITEMS ? Math.min(usual, Math.floor((items * holdAlwaysAbovePercent) / 100)) : usual;
}

function idsOf(steps: readonly RiskyStep[]): string[] {
  return steps.map(({ itemId }) => itemId);
}

function isSame(decided: DecidedStep | undefined, { action, contentHash }: RiskyStep): boolean {
  return decided?.action === action && decided.contentHash === contentHash;
}
