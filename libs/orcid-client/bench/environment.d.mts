import type { RateBudget, RecordLeases } from '../dist/standalone.js';

export declare function startPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }>;

export declare function openSharedLimits(
  url: string,
): Promise<{ readonly budget: RateBudget; readonly leases: RecordLeases; close(): Promise<void> }>;
