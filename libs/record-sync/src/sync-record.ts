import { NoTokenError } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';
import { Injectable } from '@nestjs/common';
import { BlockedRecordError } from './blocked-record.error.ts';
import { Brake } from './brake.ts';
import { FormerClientMove, type FormerItems } from './former-client-move.ts';
import { Reconciler } from './reconciler.ts';
import { RecordPlanner } from './record-planner.ts';
import { StepRunner } from './step-runner.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';

/** An adopted item is planned once more, to be brought to its content; more passes than that would be a circle. */
const MAX_PASSES = 3;

/** Brings one record to what the institution says of the person. */
@Injectable()
export class SyncRecord {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly reconciler: Reconciler,
    private readonly formerClients: FormerClientMove,
    private readonly planner: RecordPlanner,
    private readonly brake: Brake,
    private readonly runner: StepRunner,
  ) {}

  /**
   * Safe to run at any time and any number of times; one run at a time for one connection (the queue sees to it).
   * @throws when it must be run again later: ORCID is down or busy, or the answer to a write was lost
   */
  async run(connectionId: string): Promise<void> {
    const context = await this.contexts.find(connectionId);
    if (context === undefined) return;
    try {
      await this.reconciler.reconcile(context);
      const former = await this.formerClients.run(context);
      for (let pass = 0; pass < MAX_PASSES && (await this.runPass(context, former)); pass++);
    } catch (error) {
      if (!ENDS_QUIETLY.some((type) => error instanceof type)) throw error;
    }
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

/** Nothing more can be done until somebody acts; what there is to say is kept with the connection and its items. */
const ENDS_QUIETLY = [AccessRevokedError, NoTokenError, BlockedRecordError];
