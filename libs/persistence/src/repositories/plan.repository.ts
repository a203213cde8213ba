import type { OrcidId, Section } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StepRisk } from '../entities/plan-step.entity.ts';
import { Plan } from '../entities/plan.entity.ts';
import type { WriteAction } from '../entities/write-intent.entity.ts';
import {
  ADD_STEPS,
  COUNT_ADMITTED,
  COUNT_ITEMS,
  DECIDED_STEPS,
  DROP_STEPS,
  FORGET_DECIDED,
  HELD_SUMMARY,
  KEEP_ONLY_HELD,
  STEPS_OF,
  SUPERSEDE_EMPTY,
} from './plan.sql.ts';

/** A step that takes something away, before it is decided. */
export interface RiskyStep {
  readonly itemId: string;
  readonly action: WriteAction;
  readonly risk: StepRisk;
  /** What the item should hold afterwards; null for a removal. */
  readonly contentHash: string | null;
}

/** What was decided of a step that was proposed before. */
export interface DecidedStep extends RiskyStep {
  readonly decision: 'held' | 'approved' | 'rejected';
}

/** What a held plan would do, in numbers. */
export interface HeldPlan {
  readonly id: string;
  readonly createdAt: Date;
  readonly limit: number;
  readonly steps: number;
  readonly people: number;
  readonly risks: Readonly<Partial<Record<StepRisk, number>>>;
  /** Of all its steps: another one when any of them changes. */
  readonly fingerprint: string;
}

/** One step of a plan, as it is shown to whoever decides. */
export interface ShownStep {
  readonly name: string;
  readonly mail: string;
  readonly orcid: OrcidId;
  readonly section: Section;
  /** Title, role or organisation, as the institution states it now. */
  readonly label: string;
  readonly putCode: string | null;
  readonly action: WriteAction;
  readonly risk: StepRisk;
}

/** Plans and their steps: what is about to be taken away from records, and who let it through. */
@Injectable()
export class PlanRepository {
  constructor(private readonly em: EntityManager) {}

  /** One decision for an institution at a time, until the transaction ends. */
  async lock(institutionId: string): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtext('record-plan'), hashtext(?))`, [institutionId]);
  }

  /** How many steps were let through by policy since then. */
  async countAdmitted(institutionId: string, since: Date): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(COUNT_ADMITTED, [institutionId, since]);
    return row?.count ?? 0;
  }

  /** How many items of the institution stand on records. */
  async countItems(institutionId: string): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(COUNT_ITEMS, [institutionId]);
    return row?.count ?? 0;
  }

  /** What was decided last of each of these items, whatever the step was then. */
  decidedOf(itemIds: readonly string[]): Promise<DecidedStep[]> {
    return this.em.execute<DecidedStep[]>(DECIDED_STEPS, [JSON.stringify(itemIds)]);
  }

  findHeld(institutionId: string): Promise<Plan | null> {
    return this.em.findOne(Plan, { institutionId, state: 'held' });
  }

  get(institutionId: string, id: string): Promise<Plan> {
    return this.em.findOneOrFail(Plan, { id, institutionId });
  }

  add(plan: Plan): void {
    this.em.persist(plan);
  }

  /** Adds steps to a plan; a step of an item that is in it already is replaced. The plan must have been flushed. */
  async addSteps(plan: Plan, steps: readonly RiskyStep[], admittedAt: Date | null): Promise<void> {
    await this.em.execute(ADD_STEPS, [plan.id, plan.institutionId, admittedAt, JSON.stringify(steps)]);
  }

  /** Takes held steps of these items away: what they proposed is no longer what is asserted. */
  async dropHeld(itemIds: readonly string[]): Promise<void> {
    await this.em.execute(DROP_STEPS, [JSON.stringify(itemIds)]);
  }

  /**
   * Forgets what was held or decided and is no longer proposed, and a held plan without any step.
   * @param itemIds items of the institution of which a step is proposed now
   */
  async keepOnlyProposed(institutionId: string, itemIds: readonly string[]): Promise<void> {
    const ids = JSON.stringify(itemIds);
    await this.em.execute(KEEP_ONLY_HELD, [institutionId, ids]);
    await this.em.execute(FORGET_DECIDED, [institutionId, ids]);
    await this.em.execute(SUPERSEDE_EMPTY, [institutionId]);
  }

  /** ORCID did what was let through for this item: it is not let through a second time. */
  async markDone(itemId: string, at: Date): Promise<void> {
    await this.em.execute(
      `update plan_step set done_at = ? where item_id = ? and admitted_at is not null and done_at is null`,
      [at, itemId],
    );
  }

  /** A held plan and what it would do; null when nothing is held. */
  async held(institutionId: string): Promise<HeldPlan | null> {
    const [row] = await this.em.execute<(Omit<HeldPlan, 'createdAt'> & { createdAt: string })[]>(HELD_SUMMARY, [
      institutionId,
    ]);
    return row === undefined ? null : { ...row, createdAt: new Date(row.createdAt) };
  }

  /** What a plan would do, step by step. */
  stepsOf(planId: string): Promise<ShownStep[]> {
    return this.em.execute<ShownStep[]>(STEPS_OF, [planId]);
  }

  /** How many institutions of the deployment have a plan that waits for a person. */
  async countInstitutionsWithHeld(): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(distinct institution_id)::int as count from plan where state = 'held'`,
    );
    return row?.count ?? 0;
  }

  /** The connections whose items a plan is about. */
  async connectionsOf(planId: string): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select distinct item.connection_id as id from plan_step step join record_item item on item.id = step.item_id where step.plan_id = ?`,
      [planId],
    );
    return rows.map(({ id }) => id);
  }

  /** A person let the whole plan through; its steps do not count against the limit of the day. */
  async admitAll(planId: string, at: Date): Promise<void> {
    await this.em.execute(`update plan_step set admitted_at = ? where plan_id = ?`, [at, planId]);
  }
}
