import { Concerns, TenantRows } from '@ligature/persistence';
import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';

/** The admin API can work when the database answers and is migrated. */
@Injectable()
export class AdminReadiness extends Readiness {
  constructor(
    private readonly tenants: TenantRows,
    private readonly all: Concerns,
  ) {
    super();
  }

  override async check(): Promise<void> {
    await this.tenants.ids();
  }

  override concerns(): Promise<readonly string[]> {
    return this.all.list();
  }
}
