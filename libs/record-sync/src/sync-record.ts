import { NoTokenError, RecordAccessDesk } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';
import { Injectable } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import type { WriteStep } from './plan.ts';
import { Reconciler } from './reconciler.ts';
import { RecordPlanner } from './record-planner.ts';
import { type RecordScene, RecordScenes } from './record-scene.ts';
import { RecordWriter } from './record-writer.ts';
import {
  done,
  foundInDoubt,
  nothingHappened,
  refused,
  removedByOwner,
  type Settlement,
  withdrawn,
} from './settlements.ts';
import { judge, type WriteVerdict } from './write-verdict.ts';

/** An adopted item is planned once more, to be brought to its content; more rounds than that would be a circle. */
const ROUNDS = 3;

/** Brings one record to what the institution says of the person. */
@Injectable()
export class SyncRecord {
  constructor(
    private readonly scenes: RecordScenes,
    private readonly reconciler: Reconciler,
    private readonly planner: RecordPlanner,
    private readonly ledger: ItemLedger,
    private readonly desk: RecordAccessDesk,
    private readonly writer: RecordWriter,
  ) {}

  /**
   * Safe to run at any time and any number of times; one run at a time for one connection (the queue sees to it).
   * @throws when it must be run again later: ORCID is down or busy, or the answer to a write was lost
   */
  async run(connectionId: string): Promise<void> {
    const scene = await this.scenes.find(connectionId);
    if (scene === undefined) return;
    try {
      await this.reconciler.reconcile(scene);
      for (let round = 0; round < ROUNDS && (await this.runRound(scene)); round++);
    } catch (error) {
      if (error instanceof AccessRevokedError || error instanceof NoTokenError || error instanceof BlockedRecord)
        return;
      throw error;
    }
  }

  /** @returns whether something was written, so that it is worth planning again */
  private async runRound(scene: RecordScene): Promise<boolean> {
    const steps = await this.planner.steps(scene);
    for (const step of steps) await this.perform(scene, step);
    return steps.length > 0;
  }

  private async perform({ connection }: RecordScene, step: WriteStep): Promise<void> {
    const attempt = await this.ledger.intend(step);
    try {
      const putCode = await this.desk.withAccessToken(connection.id, (access) => this.writer.write(access, step));
      await this.ledger.settle(step.itemId, attempt, done(step, putCode));
    } catch (error) {
      const verdict = judge(error);
      const settlement = settlementOf(verdict, step);
      if (settlement !== undefined) await this.ledger.settle(step.itemId, attempt, settlement);
      if (verdict.kind === 'blocked') throw new BlockedRecord();
      if (settlement === undefined || verdict.kind === 'no-effect') throw error;
    }
  }
}

/** Ends a run quietly: nothing more can be written on this record for now, and its items say why. */
class BlockedRecord extends Error {
  override readonly name = 'BlockedRecord';
}

/** What a verdict leaves behind; undefined leaves the intent open, to be looked into before any second try. */
function settlementOf(verdict: WriteVerdict, step: WriteStep): Settlement | undefined {
  switch (verdict.kind) {
    case 'uncertain':
      return undefined;
    case 'no-effect':
      return nothingHappened;
    case 'exists':
      return verdict.putCode && foundInDoubt(verdict.putCode);
    case 'gone':
      return step.action === 'remove' ? withdrawn : removedByOwner;
    case 'refused':
      return refused(verdict, step.action === 'remove' ? null : step.hash);
    case 'blocked':
      return refused(verdict, null);
  }
}
