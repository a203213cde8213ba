import { Injectable } from '@nestjs/common';
import { Brake } from './brake.ts';
import type { FormerItems } from './former-client-move.ts';
import { RecordPlanner } from './record-planner.ts';
import { StepRunner } from './step-runner.ts';
import type { SyncContext } from './sync-context.ts';

/** An adopted item is planned once more, to be brought to its content; more passes than that would be a circle. */
const MAX_PASSES = 3;

/** Plans a record and does what the brake lets through, until there is nothing left to do. */
@Injectable()
export class PlannedWrites {
  constructor(
    private readonly planner: RecordPlanner,
    private readonly brake: Brake,
    private readonly runner: StepRunner,
  ) {}

  async run(context: SyncContext, former: FormerItems): Promise<void> {
    for (let pass = 0; pass < MAX_PASSES && (await this.runPass(context, former)); pass++);
  }

  /** @returns whether something was written, so that it is worth planning again */
  private async runPass(context: SyncContext, former: FormerItems): Promise<boolean> {
    const { steps, risky } = await this.planner.plan(context, former);
    const admitted = await this.brake.admit(context.institution.id, risky);
    const held = new Set(risky.map(({ itemId }) => itemId).filter((itemId) => !admitted.has(itemId)));
    const allowed = steps.filter(({ itemId }) => !held.has(itemId));
    await this.runner.run(context.connection.id, allowed);
    return allowed.length > 0;
  }
}
