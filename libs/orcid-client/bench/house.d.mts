import type { RateBudget, WriteTurns } from '../dist/standalone.js';

export declare function startPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }>;

export declare function openSharedPace(
  url: string,
): Promise<{ readonly budget: RateBudget; readonly turns: WriteTurns; close(): Promise<void> }>;
