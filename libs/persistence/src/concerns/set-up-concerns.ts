import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ClientRefusals } from '../client-refusals.ts';
import { MetadataSourceRows } from '../repositories/rows/metadata-source-rows.ts';
import { TenantRows } from '../repositories/rows/tenant-rows.ts';

/** Institutions whose set-up needs somebody. */
@Injectable()
export class SetUpConcerns {
  constructor(
    private readonly tenants: TenantRows,
    private readonly sources: MetadataSourceRows,
    private readonly refusals: ClientRefusals,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<string[]> {
    const without = await this.tenants.countWithoutAddress();
    const refused = await this.refusals.count();
    return [
      ...(without > 1 ? [`institutions that need a publicUrl to have a portal: ${without}`] : []),
      ...(refused > 0
        ? [`ORCID clients that ORCID refuses: ${refused} (scheduler: configure, with ORCID_CLIENT_SECRET)`]
        : []),
      ...(await this.ofMetadata()),
    ];
  }

  private async ofMetadata(): Promise<string[]> {
    const ids = await this.tenants.ids();
    const watched = await Promise.all(ids.map((id) => this.sources.watch(id, this.clock.now())));
    const troubled = watched.flat().filter(({ state }) => state !== 'current');
    return [...Map.groupBy(troubled, ({ state }) => state)].map(
      ([state, sources]) => `metadata of identity providers: ${sources.length} ${state}`,
    );
  }
}
