import { TenantRows } from '@ligature/persistence';
import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';

/** The admin API can work when the database answers and is migrated. */
@Injectable()
export class AdminReadiness extends Readiness {
  constructor(private readonly institutions: TenantRows) {
    super();
  }

  override async check(): Promise<void> {
    await this.institutions.ids();
  }
}
