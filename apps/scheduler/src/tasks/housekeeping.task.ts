import { OneTimeStore, SessionRecords } from '@ligature/persistence';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { ScheduledTask } from './scheduled-task.ts';

@Injectable()
export class HousekeepingTask implements ScheduledTask {
  readonly id = 'housekeeping';
  readonly description = 'Deletes sessions and one-time records that have expired.';
  readonly cron = '15 * * * *';

  constructor(
    private readonly store: OneTimeStore,
    private readonly sessions: SessionRecords,
  ) {}

  async run(): Promise<string> {
    const [records, sessions] = [await this.store.sweep(), await this.sessions.sweep()];
    return `${counted(sessions, 'session')} and ${counted(records, 'one-time record')} deleted`;
  }
}
