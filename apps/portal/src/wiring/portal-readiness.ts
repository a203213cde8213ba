import { Concerns, TenantRows } from '@ligature/persistence';
import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';

/** The portal can work when it can read whose portals it serves: database up, migrated and configured. */
@Injectable()
export class PortalReadiness extends Readiness {
  constructor(
    private readonly tenants: TenantRows,
    private readonly all: Concerns,
  ) {
    super();
  }

  override async check(): Promise<void> {
    const ids = await this.tenants.ids();
    if (ids.length === 0)
      throw new Error('No institution is configured: run the scheduler’s "configure" command first.');
  }

  override concerns(): Promise<readonly string[]> {
    return this.all.list();
  }
}
