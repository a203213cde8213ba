import type { Institution } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { Clock, counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { AskedBy, ScheduledTask } from './scheduled-task.ts';

/** A permission that ORCID confirmed within this time, by any call, is not asked about again. */
const FRESH_MS = 20 * 60 * 60_000;

@Injectable()
export class TokenHealthTask implements ScheduledTask {
  readonly id = 'token-health';
  readonly description = 'Asks ORCID which permissions still stand, and what owners removed.';
  readonly cron = '0 3 * * *';

  constructor(
    private readonly sweep: RecordSweep,
    private readonly clock: Clock,
  ) {}

  async run(institution: Institution, askedBy: AskedBy): Promise<string> {
    const fresh = askedBy === 'clock' ? FRESH_MS : 0;
    const asked = await this.sweep.checkRecords(institution, new Date(this.clock.now().getTime() - fresh));
    return `${counted(asked, 'permission')} to check`;
  }
}
