import { ConnectionsModule } from '@ligature/connections';
import { AssertionsModule } from '@ligature/assertions';
import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import { Reconciler } from './reconciler.ts';
import { RecordOverview } from './record-overview.ts';
import { RecordPlanner } from './record-planner.ts';
import { SyncContexts } from './sync-context.ts';
import { RecordWriter } from './record-writer.ts';
import { RecordSweep } from './record-sweep.ts';
import { SyncRecord } from './sync-record.ts';
import { TokenHealth } from './token-health.ts';

@Module({
  imports: [ConnectionsModule, AssertionsModule, OrcidClientModule],
  providers: [
    Clock,
    ItemLedger,
    Reconciler,
    RecordOverview,
    RecordPlanner,
    SyncContexts,
    RecordWriter,
    RecordSweep,
    SyncRecord,
    TokenHealth,
  ],
  exports: [RecordOverview, RecordSweep, SyncRecord, TokenHealth],
})
export class RecordSyncModule {}
