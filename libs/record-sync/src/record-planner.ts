import { WantedState } from '@ligature/assertions';
import type { RiskyStep } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { FormerItems } from './former-client-move.ts';
import { ItemRows } from './item-rows.ts';
import { permitted } from './permitted.ts';
import { plan, type WriteStep } from './plan.ts';
import { StepRisks } from './step-risks.ts';
import type { SyncContext } from './sync-context.ts';

/** The steps of one record, and what those that take something away are. */
export interface RecordPlan {
  readonly steps: readonly WriteStep[];
  readonly risky: readonly RiskyStep[];
}

/** Plans records from what is wanted and what is stored now. */
@Injectable()
export class RecordPlanner {
  constructor(
    private readonly wantedState: WantedState,
    private readonly rows: ItemRows,
    private readonly risks: StepRisks,
  ) {}

  async plan(context: SyncContext, former: FormerItems): Promise<RecordPlan> {
    const { institution, connection } = context;
    const wanted = await this.wantedState.ofPerson(institution, connection.personId);
    const { standing } = former;
    const items = permitted(wanted.items, connection.scopes).filter(({ assertionId }) => !standing.has(assertionId));
    const stored = await this.rows.withItemsFor(items, context, former);
    const steps = plan(items, permitted(stored, connection.scopes));
    return { steps, risky: await this.risks.of(institution, steps, { ...wanted, items }) };
  }
}
