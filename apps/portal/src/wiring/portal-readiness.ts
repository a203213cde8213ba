import { MetadataSourceRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import { CurrentInstitution } from '../institution/current-institution.ts';

/** The portal can work when it can read whose portal it is: database up, migrated and configured. */
@Injectable()
export class PortalReadiness extends Readiness {
  constructor(
    private readonly institution: CurrentInstitution,
    private readonly sources: MetadataSourceRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async check(): Promise<void> {
    await this.institution.get();
  }

  /** Says how many and not which: whom an institution trusts is told to its administrators only. */
  override async concerns(): Promise<readonly string[]> {
    const { id } = await this.institution.get();
    const watched = await this.sources.watch(id, this.clock.now());
    const states = watched.map(({ state }) => state).filter((state) => state !== 'current');
    return [...new Set(states)].map(
      (state) => `metadata of identity providers: ${states.filter((other) => other === state).length} ${state}`,
    );
  }
}
