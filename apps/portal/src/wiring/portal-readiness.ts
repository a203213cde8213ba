import { MetadataSourceRows, PlanRepository, RateSlots, type SourceState, TenantRows } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Readiness } from '@ligature/web';
import { Injectable } from '@nestjs/common';

/** The portal can work when it can read whose portals it serves: database up, migrated and configured. */
@Injectable()
export class PortalReadiness extends Readiness {
  constructor(
    private readonly tenants: TenantRows,
    private readonly sources: MetadataSourceRows,
    private readonly plans: PlanRepository,
    private readonly slots: RateSlots,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async check(): Promise<void> {
    const ids = await this.tenants.ids();
    if (ids.length === 0)
      throw new Error('No institution is configured: run the scheduler’s "configure" command first.');
  }

  /** Says how many and not which: whom an institution trusts is for its administrators only. */
  override async concerns(): Promise<readonly string[]> {
    const without = await this.tenants.countWithoutAddress();
    const held = await this.plans.countInstitutionsWithHeld();
    const resting = await this.slots.restingUntil();
    const states = await this.states();
    return [
      ...(without > 1 ? [`institutions that need a publicUrl to have a portal: ${without}`] : []),
      ...(resting === null ? [] : [`requests to ORCID rest until ${resting.toISOString()}, for it asked for that`]),
      ...(held > 0 ? [`institutions with changes to records that wait for a decision: ${held}`] : []),
      ...[...new Set(states)].map(
        (state) => `metadata of identity providers: ${states.filter((other) => other === state).length} ${state}`,
      ),
    ];
  }

  private async states(): Promise<SourceState[]> {
    const ids = await this.tenants.ids();
    const watched = await Promise.all(ids.map((id) => this.sources.watch(id, this.clock.now())));
    return watched.flat().flatMap(({ state }) => (state === 'current' ? [] : [state]));
  }
}
