import { AssertionsModule } from '@ligature/assertions';
import { ConnectionsModule } from '@ligature/connections';
import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { AbsenceTimes } from './absence-times.ts';
import { AbsentItems } from './absent-items.ts';
import { Brake } from './brake.ts';
import { DueRecords } from './due-records.ts';
import { FormerClientMove } from './former-client-move.ts';
import { FormerItemRemoval } from './former-item-removal.ts';
import { FormerLook } from './former-look.ts';
import { FormerReconciler } from './former-reconciler.ts';
import { FoundItems } from './found-items.ts';
import { ItemLedger } from './item-ledger.ts';
import { ItemRows } from './item-rows.ts';
import { LeftItems } from './left-items.ts';
import { ListedItems } from './listed-items.ts';
import { OneItemIdKey } from './one-item-id-key.ts';
import { OpenWrites } from './open-writes.ts';
import { PlannedWrites } from './planned-writes.ts';
import { ReactivatedRecord } from './reactivated-record.ts';
import { Reconciler } from './reconciler.ts';
import { RecordCheck } from './record-check.ts';
import { RecordClearing } from './record-clearing.ts';
import { RecordPlanner } from './record-planner.ts';
import { RecordPlans } from './record-plans.ts';
import { RecordReader } from './record-reader.ts';
import { RecordSweep } from './record-sweep.ts';
import { RecordWriter } from './record-writer.ts';
import { RevokedPermission } from './revoked-permission.ts';
import { SecondLook } from './second-look.ts';
import { SelfIds } from './self-ids.ts';
import { StepRisks } from './step-risks.ts';
import { StepRunner } from './step-runner.ts';
import { SurplusItems } from './surplus-items.ts';
import { SyncContexts } from './sync-context.ts';
import { SyncRecord } from './sync-record.ts';
import { UnknownItems } from './unknown-items.ts';
import { UnsettledRecords } from './unsettled-records.ts';
import { Worklist } from './worklist.ts';
import { WorklistRemoval } from './worklist-removal.ts';

/** What writes to records: for the process that does it, and its commands. */
@Module({
  imports: [ConnectionsModule, AssertionsModule, OrcidClientModule],
  providers: [
    AbsenceTimes,
    AbsentItems,
    Brake,
    Clock,
    DueRecords,
    FormerClientMove,
    FormerItemRemoval,
    FormerLook,
    FormerReconciler,
    FoundItems,
    ItemLedger,
    ItemRows,
    LeftItems,
    ListedItems,
    OneItemIdKey,
    OpenWrites,
    PlannedWrites,
    ReactivatedRecord,
    Reconciler,
    RecordCheck,
    RecordClearing,
    RecordPlanner,
    RecordPlans,
    RecordReader,
    RecordSweep,
    RecordWriter,
    RevokedPermission,
    SecondLook,
    SelfIds,
    StepRisks,
    StepRunner,
    SurplusItems,
    SyncContexts,
    SyncRecord,
    UnknownItems,
    UnsettledRecords,
    Worklist,
    WorklistRemoval,
  ],
  exports: [RecordClearing, RecordCheck, RecordPlans, RecordSweep, SyncRecord, Worklist, WorklistRemoval],
})
export class RecordSyncModule {}
