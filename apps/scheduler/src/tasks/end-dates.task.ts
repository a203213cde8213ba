import type { Institution } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { Injectable } from '@nestjs/common';
import { describeSweep } from '../commands/describe-sweep.ts';
import type { ScheduledTask } from './scheduled-task.ts';

@Injectable()
export class EndDatesTask implements ScheduledTask {
  readonly id = 'end-dates';
  readonly description = 'Finds the records that are not as wanted today: jobs that ended, began or changed.';
  readonly cron = '0 2 * * *';

  constructor(private readonly sweep: RecordSweep) {}

  async run(institution: Institution): Promise<string> {
    return describeSweep(await this.sweep.syncDue(institution));
  }
}
