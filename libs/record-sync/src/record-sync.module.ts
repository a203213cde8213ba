import { AssertionsModule } from '@ligature/assertions';
import { ConnectionsModule } from '@ligature/connections';
import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { Brake } from './brake.ts';
import { DueRecords } from './due-records.ts';
import { FormerClientMove } from './former-client-move.ts';
import { ItemLedger } from './item-ledger.ts';
import { Reconciler } from './reconciler.ts';
import { RecordCheck } from './record-check.ts';
import { RecordPlanner } from './record-planner.ts';
import { RecordPlans } from './record-plans.ts';
import { RecordSweep } from './record-sweep.ts';
import { RecordWriter } from './record-writer.ts';
import { SecondLook } from './second-look.ts';
import { SelfIds } from './self-ids.ts';
import { StepRunner } from './step-runner.ts';
import { SyncContexts } from './sync-context.ts';
import { SyncRecord } from './sync-record.ts';

/** What writes to records: for the process that does it, and its commands. */
@Module({
  imports: [ConnectionsModule, AssertionsModule, OrcidClientModule],
  providers: [
    Brake,
    Clock,
    DueRecords,
    FormerClientMove,
    ItemLedger,
    Reconciler,
    RecordCheck,
    RecordPlanner,
    RecordPlans,
    RecordSweep,
    RecordWriter,
    SecondLook,
    SelfIds,
    StepRunner,
    SyncContexts,
    SyncRecord,
  ],
  exports: [RecordCheck, RecordPlans, RecordSweep, SyncRecord],
})
export class RecordSyncModule {}
