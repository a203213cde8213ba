export { type OverviewItem, RecordOverview } from './record-overview.ts';
export { RecordSyncModule } from './record-sync.module.ts';
export { RecordSweep } from './record-sweep.ts';
export { SyncRecord } from './sync-record.ts';
export { TokenHealth } from './token-health.ts';
