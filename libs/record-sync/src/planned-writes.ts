import { Injectable } from '@nestjs/common';
import { Brake } from './brake.ts';
import type { FormerItems } from './former-client-move.ts';
import { type RecordPlan, RecordPlanner } from './record-planner.ts';
import { StepRunner } from './step-runner.ts';
import type { SyncContext } from './sync-context.ts';
import { UnknownItems } from './unknown-items.ts';

/** An adopted item is planned once more, to be brought to its content; more passes than that would be a circle. */
const MAX_PASSES = 3;

/** Plans a record and does what the brake lets through, until there is nothing left to do. */
@Injectable()
export class PlannedWrites {
  constructor(
    private readonly planner: RecordPlanner,
    private readonly unknown: UnknownItems,
    private readonly brake: Brake,
    private readonly runner: StepRunner,
  ) {}

  async run(context: SyncContext, former: FormerItems): Promise<void> {
    let plan = await this.planner.plan(context, former);
    if (await this.unknown.adopt(context, plan.steps, former)) plan = await this.planner.plan(context, former);
    for (let pass = 1; (await this.carryOut(context, plan)) && pass < MAX_PASSES; pass++)
      plan = await this.planner.plan(context, former);
  }

  /** @returns whether something was written, so that it is worth planning again */
  private async carryOut(context: SyncContext, { steps, risky }: RecordPlan): Promise<boolean> {
    const admitted = await this.brake.admit(context.institution.id, risky);
    const held = new Set(risky.map(({ itemId }) => itemId).filter((itemId) => !admitted.has(itemId)));
    const allowed = steps.filter(({ itemId }) => !held.has(itemId));
    await this.runner.run(context.connection.id, allowed);
    return allowed.length > 0;
  }
}
