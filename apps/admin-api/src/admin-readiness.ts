import { FailedJobs, TenantRows } from '@ligature/persistence';
import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';

/** The admin API can work when the database answers and is migrated. */
@Injectable()
export class AdminReadiness extends Readiness {
  constructor(
    private readonly institutions: TenantRows,
    private readonly failed: FailedJobs,
  ) {
    super();
  }

  override async check(): Promise<void> {
    await this.institutions.ids();
  }

  override async concerns(): Promise<readonly string[]> {
    const count = await this.failed.count();
    return count > 0 ? [`jobs that are not tried any more: ${count} (scheduler: failed-jobs)`] : [];
  }
}
