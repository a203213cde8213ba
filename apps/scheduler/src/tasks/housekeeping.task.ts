import {
  CodeExchangeRepository,
  OneTimeStore,
  SessionRecords,
  TaskRunRepository,
  TokenEvidenceRepository,
} from '@ligature/persistence';
import { Clock, counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { ScheduledTask } from './scheduled-task.ts';

/** What happened longer ago helps nobody any more. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

@Injectable()
export class HousekeepingTask implements ScheduledTask {
  readonly id = 'housekeeping';
  readonly description =
    'Deletes sessions and one-time records that have expired, and runs of tasks and refusals of tokens after 90 days.';
  readonly cron = '15 * * * *';

  constructor(
    private readonly store: OneTimeStore,
    private readonly sessions: SessionRecords,
    private readonly runs: TaskRunRepository,
    private readonly evidence: TokenEvidenceRepository,
    private readonly exchanges: CodeExchangeRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<string> {
    const [records, sessions] = [await this.store.sweep(), await this.sessions.sweep()];
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.runs.forgetBefore(before);
    await this.evidence.forgetBefore(before);
    await this.exchanges.forgetBefore(before);
    return `${counted(sessions, 'session')} and ${counted(records, 'one-time record')} deleted`;
  }
}
