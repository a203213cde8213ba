import { NoTokenError, TokenProvider } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';
import { Injectable } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import type { WriteStep } from './plan.ts';
import { Reconciler } from './reconciler.ts';
import { RecordPlanner } from './record-planner.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';
import { RecordWriter } from './record-writer.ts';
import {
  done,
  foundInDoubt,
  nothingHappened,
  refused,
  removedByOwner,
  type ItemChange,
  withdrawn,
} from './item-changes.ts';
import { classify, type WriteOutcome } from './write-outcome.ts';

/** An adopted item is planned once more, to be brought to its content; more rounds than that would be a circle. */
const MAX_PASSES = 3;

/** Brings one record to what the institution says of the person. */
@Injectable()
export class SyncRecord {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly reconciler: Reconciler,
    private readonly planner: RecordPlanner,
    private readonly ledger: ItemLedger,
    private readonly tokens: TokenProvider,
    private readonly writer: RecordWriter,
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
      for (let pass = 0; pass < MAX_PASSES && (await this.runPass(context)); pass++);
    } catch (error) {
      if (error instanceof AccessRevokedError || error instanceof NoTokenError || error instanceof BlockedRecord)
        return;
      throw error;
    }
  }

  /** @returns whether something was written, so that it is worth planning again */
  private async runPass(context: SyncContext): Promise<boolean> {
    const steps = await this.planner.steps(context);
    for (const step of steps) await this.perform(context, step);
    return steps.length > 0;
  }

  private async perform({ connection }: SyncContext, step: WriteStep): Promise<void> {
    const attempt = await this.ledger.intend(step);
    try {
      const putCode = await this.tokens.withAccessToken(connection.id, (access) => this.writer.write(access, step));
      await this.ledger.complete(step.itemId, attempt, done(step, putCode));
    } catch (error) {
      const outcome = classify(error);
      const change = changeFor(outcome, step);
      if (change !== undefined) await this.ledger.complete(step.itemId, attempt, change);
      if (outcome.kind === 'blocked') throw new BlockedRecord();
      if (change === undefined || outcome.kind === 'no-effect') throw error;
    }
  }
}

/** Ends a run quietly: nothing more can be written on this record for now, and its items say why. */
class BlockedRecord extends Error {
  override readonly name = 'BlockedRecord';
}

/** What a verdict leaves behind; undefined leaves the intent open, to be looked into before any second try. */
function changeFor(outcome: WriteOutcome, step: WriteStep): ItemChange | undefined {
  switch (outcome.kind) {
    case 'uncertain':
      return undefined;
    case 'no-effect':
      return nothingHappened;
    case 'exists':
      return outcome.putCode && foundInDoubt(outcome.putCode);
    case 'gone':
      return step.action === 'remove' ? withdrawn : removedByOwner;
    case 'refused':
      return refused(outcome, step.action === 'remove' ? null : step.hash);
    case 'blocked':
      return refused(outcome, null);
  }
}
