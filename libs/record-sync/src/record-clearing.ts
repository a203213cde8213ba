import { NoTokenError, saysOfPermission, TokenProvider } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';
import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { BlockedRecordError } from './blocked-record.error.ts';
import { FormerReconciler } from './former-reconciler.ts';
import { permitted } from './permitted.ts';
import { StepRunner } from './step-runner.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';

/** A token that ORCID refuses so long removes nothing any more, and is ended. */
const TRIED_MS = 14 * 24 * 60 * 60_000;

/** How far the items of a connection that an operator ended are off the record. */
export interface Clearance {
  /** Items that stood there before, or of which nobody knew. */
  readonly before: number;
  /** Items that stand there still, as far as we know. */
  readonly left: number;
  /** Why ORCID took no more; undefined when it did. */
  readonly obstacle?: 'refused' | 'blocked';
}

const NOTHING: Clearance = { before: 0, left: 0 };

/** Takes what was written off a record that is somebody else's, with the token that it was written with. */
@Injectable()
export class RecordClearing {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly reconciler: FormerReconciler,
    private readonly items: RecordItemRepository,
    private readonly runner: StepRunner,
    private readonly tokens: TokenProvider,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to run again and beside itself: each removal has its intent, and calls to one record come one after another.
   * @throws when ORCID is down or busy, or the answer to a removal was lost: then it must be run again
   */
  async clear(connectionId: string): Promise<Clearance> {
    const context = await this.contexts.toClear(connectionId);
    if (context === undefined) return NOTHING;
    const { length: before } = await this.standing(context);
    const obstacle = await this.tryToRemove(context);
    const { length: left } = await this.standing(context);
    return { before, left, ...(obstacle !== undefined && { obstacle }) };
  }

  /** The same as a job, after which nobody else writes: then the token is ended, unless it may yet remove what is left. */
  async finish(connectionId: string): Promise<void> {
    const context = await this.contexts.toClear(connectionId);
    if (context === undefined) return;
    const { left } = await this.clear(connectionId);
    const { endedAt } = context.connection;
    const isTriedLong = endedAt != null && this.clock.now().getTime() - endedAt.getTime() >= TRIED_MS;
    if (left === 0 || isTriedLong) await this.tokens.retire(connectionId);
  }

  private async tryToRemove(context: SyncContext): Promise<Clearance['obstacle']> {
    try {
      await this.reconciler.reconcile(context);
      await this.removeAll(context, await this.removable(context));
      return undefined;
    } catch (error) {
      if (error instanceof AccessRevokedError || error instanceof NoTokenError) return 'refused';
      if (error instanceof BlockedRecordError || saysOfPermission(error)) return 'blocked';
      throw error;
    }
  }

  private async removeAll({ connection }: SyncContext, rows: readonly ItemRow[]): Promise<void> {
    const { id, scopes, endedByOperator } = connection;
    const decider = { actor: 'operator', actorId: null, by: endedByOperator ?? '' } as const;
    for (const { id: itemId, assertionId, section, putCode } of permitted(rows, scopes))
      if (putCode !== null)
        await this.runner.run(id, [{ action: 'remove', itemId, assertionId, section, putCode }], decider);
  }

  /** What was not listed once may stand there all the same. */
  private async removable({ connection: { id } }: SyncContext): Promise<ItemRow[]> {
    return (await this.items.rowsOf([id])).filter((row) => stands(row) || row.state === 'missing');
  }

  /** What stands there as far as we know, and what a lost answer may have left. */
  private async standing({ connection: { id } }: SyncContext): Promise<ItemRow[]> {
    const open = new Set((await this.items.openIntents(id)).map(({ itemId }) => itemId));
    return (await this.items.rowsOf([id])).filter((row) => open.has(row.id) || stands(row));
  }
}

/** Whether an item stands on the record, or did when ORCID last said. */
export function stands({ state }: Pick<ItemRow, 'state'>): boolean {
  return state === 'present' || state === 'notOurs';
}
