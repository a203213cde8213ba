import { RecordSyncConfig } from './record-sync.config.ts';

export { type Clearance, RecordClearing } from './record-clearing.ts';
export { RecordCheck } from './record-check.ts';
export { type ItemCause, ITEM_CAUSES } from './item-cause.ts';
export type { OverviewItem, Refusal } from './overview-item.ts';
export { RecordOverview } from './record-overview.ts';
export { RecordPlans } from './record-plans.ts';
export { RecordSweep, type SweepResult } from './record-sweep.ts';
export { RecordSyncConfig } from './record-sync.config.ts';
export { RecordSyncModule } from './record-sync.module.ts';
export { RecordViewModule } from './record-view.module.ts';
export { RemovedItems } from './removed-items.ts';
export { SyncRecord } from './sync-record.ts';
export { Worklist, type WorklistEntry } from './worklist.ts';
export { type RemovalOutcome, WorklistRemoval } from './worklist-removal.ts';

/** Configuration of what writes to records. */
export const recordSyncConfigs = [RecordSyncConfig];
