import { NoTokenError, saysOfPermission } from '@ligature/connections';
import { Injectable } from '@nestjs/common';
import { BlockedRecordError } from './blocked-record.error.ts';
import { FormerClientMove } from './former-client-move.ts';
import { PlannedWrites } from './planned-writes.ts';
import { ReactivatedRecord } from './reactivated-record.ts';
import { RecordClearing } from './record-clearing.ts';
import { Reconciler } from './reconciler.ts';
import { SyncContexts } from './sync-context.ts';

/** Brings one record to what the institution says of the person. */
@Injectable()
export class SyncRecord {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly reactivated: ReactivatedRecord,
    private readonly reconciler: Reconciler,
    private readonly formerClients: FormerClientMove,
    private readonly writes: PlannedWrites,
    private readonly clearing: RecordClearing,
  ) {}

  /**
   * Safe to run at any time and any number of times; one run at a time for one connection (the queue sees to it).
   * @throws when it must be run again later: ORCID is down or busy, or the answer to a write was lost
   */
  async run(connectionId: string): Promise<void> {
    const context = await this.contexts.find(connectionId);
    if (context === undefined) return this.clearing.finish(connectionId);
    // What is in doubt is asked about, and not written to; when it is trusted again, this runs. A merged record takes nothing.
    if (context.connection.isDoubted || context.connection.recordState === 'merged') return;
    try {
      await this.reactivated.lookThrough(context);
      await this.reconciler.reconcile(context);
      const former = await this.formerClients.run(context);
      await this.writes.run(context, former);
    } catch (error) {
      if (!saysOfPermission(error) && !ENDS_QUIETLY.some((type) => error instanceof type)) throw error;
    }
  }
}

/** Nothing more can be done until somebody acts; what there is to say is kept with the connection and its items. */
const ENDS_QUIETLY = [NoTokenError, BlockedRecordError];
