import {
  ClientRefusedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
  RecordNotFoundError,
} from '@ligature/orcid-client';
import type { PutCode } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { foundInDoubt, nothingHappened, unlisted } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { type OpenWrite, OpenWrites } from './open-writes.ts';
import { Reconciler } from './reconciler.ts';
import { RecordReader } from './record-reader.ts';
import type { SyncContext } from './sync-context.ts';
import { unlessRefused } from './unless-refused.ts';

/**
 * Finds out what became of writes under a former client whose answer was lost: with the old token, else a creation in the
 * client's own name, for it sees whatever it wrote. Two looks that do not find it prove that it was never written. One is
 * not enough: ORCID would not keep the current client from writing a second one.
 */
@Injectable()
export class FormerReconciler {
  constructor(
    private readonly reconciler: Reconciler,
    private readonly writes: OpenWrites,
    private readonly reader: RecordReader,
    private readonly ledger: ItemLedger,
  ) {}

  /** What neither can look for stays in doubt. */
  async reconcile(former: SyncContext): Promise<void> {
    if (await unlessRefused(() => this.reconciler.reconcile(former))) return;
    const open = await this.writes.of(former.connection.id);
    for (const write of open.filter(({ intent }) => intent.action === 'create')) await this.lookForOne(former, write);
  }

  private async lookForOne(former: SyncContext, write: OpenWrite): Promise<void> {
    const found = await this.putCodesOf(former, write);
    if (found === undefined) return;
    const { itemId, attempt, begunAt } = write.intent;
    const [putCode, ...others] = found;
    if (putCode !== undefined && others.length === 0)
      await this.ledger.complete(itemId, attempt, foundInDoubt(putCode));
    else if (putCode === undefined && !this.writes.mayBeUnderWay(write)) {
      if (this.writes.isProvedAbsent(write)) await this.ledger.complete(itemId, attempt, nothingHappened);
      else await this.ledger.note(itemId, unlisted(begunAt));
    }
  }

  /** @returns undefined when the client cannot see the record */
  private async putCodesOf({ connection, clientId }: SyncContext, write: OpenWrite): Promise<PutCode[] | undefined> {
    const { intent, item } = write;
    const { section, selfId } = item;
    try {
      const seen = await this.reader.itemsOfClientIn(connection, section);
      const held = await this.writes.heldByOthers(write);
      const found = seen.of({ section, selfId, content: intent.content ?? null }, clientId);
      return found.map(({ putCode }) => putCode).filter((putCode) => !held.has(putCode));
    } catch (error) {
      if (CANNOT_SEE.some((type) => error instanceof type)) return undefined;
      throw error;
    }
  }
}

const CANNOT_SEE = [
  ClientRefusedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
  RecordNotFoundError,
] as const;
