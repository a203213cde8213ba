import { ConnectionsModule } from '@ligature/connections';
import { InstitutionFeedModule } from '@ligature/institution-feed';
import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import { Reconciler } from './reconciler.ts';
import { RecordOverview } from './record-overview.ts';
import { RecordPlanner } from './record-planner.ts';
import { RecordScenes } from './record-scene.ts';
import { RecordWriter } from './record-writer.ts';
import { Rounds } from './rounds.ts';
import { SyncRecord } from './sync-record.ts';
import { TokenHealth } from './token-health.ts';

@Module({
  imports: [ConnectionsModule, InstitutionFeedModule, OrcidClientModule],
  providers: [
    Clock,
    ItemLedger,
    Reconciler,
    RecordOverview,
    RecordPlanner,
    RecordScenes,
    RecordWriter,
    Rounds,
    SyncRecord,
    TokenHealth,
  ],
  exports: [RecordOverview, Rounds, SyncRecord, TokenHealth],
})
export class RecordSyncModule {}
