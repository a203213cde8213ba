import { PermissionConfig, TokenRevocation } from '@ligature/connections';
import type { Institution } from '@ligature/persistence';
import { RecordSweep } from '@ligature/record-sync';
import { Clock, counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import type { AskedBy, ScheduledTask } from './scheduled-task.ts';

const HOUR_MS = 3_600_000;
/** What is confirmed by then leaves the last quarter of the period for the rest, hour by hour. */
const DUE_AFTER = 0.75;
/** Once a day for so long, in case ORCID was wrong. */
const REVOKED_SINCE_MS = 14 * 24 * HOUR_MS;
const REVOKED_HOUR = 3;

@Injectable()
export class TokenHealthTask implements ScheduledTask {
  readonly id = 'token-health';
  readonly description = 'Asks ORCID which permissions still stand, and what owners removed.';
  readonly cron = '20 * * * *';

  constructor(
    private readonly sweep: RecordSweep,
    private readonly revocation: TokenRevocation,
    private readonly config: PermissionConfig,
    private readonly clock: Clock,
  ) {}

  /** By the clock, a part of those whose permission was not confirmed for long by any call: spread over the day. */
  async run(institution: Institution, askedBy: AskedBy): Promise<string> {
    const now = this.clock.now();
    const { checkedWithinMs } = this.config;
    const isByClock = askedBy === 'clock';
    const before = new Date(now.getTime() - (isByClock ? checkedWithinMs * DUE_AFTER : 0));
    const hours = Math.max((checkedWithinMs * (1 - DUE_AFTER)) / HOUR_MS, 1);
    const asked = await this.sweep.checkRecords(institution, before, isByClock ? 1 / hours : 1);
    if (!isByClock || now.getUTCHours() === REVOKED_HOUR) {
      await this.sweep.tryRevoked(institution, new Date(now.getTime() - REVOKED_SINCE_MS));
      await this.revocation.tryAgain(institution.id);
    }
    return `${counted(asked, 'permission')} to check`;
  }
}
