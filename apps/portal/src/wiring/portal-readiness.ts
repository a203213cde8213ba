import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import { CurrentInstitution } from '../institution/current-institution.ts';

/** The portal can work when it can read whose portal it is: database up, migrated and configured. */
@Injectable()
export class PortalReadiness extends Readiness {
  constructor(private readonly institution: CurrentInstitution) {
    super();
  }

  override async check(): Promise<void> {
    await this.institution.get();
  }
}
