import { type Institution, MetadataSource, MetadataSourceRepository } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '@ligature/runtime';
import { demandNamedSpeakers } from './demand-named-speakers.ts';
import type { GivenSetup } from './given-setup.ts';
import type { InstitutionFile } from './institution-file.ts';
import { type DescribedSource, describeSources } from './provider-source.ts';

/** Writes where an institution's identity providers are described, inside the transaction of `Configuration`. */
@Injectable()
export class SourceWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly sources: MetadataSourceRepository,
    private readonly clock: Clock,
  ) {}

  /** Reads what the file says of sources and refuses what must not be. Before the transaction. @throws InvalidSetupError */
  async prepare(file: InstitutionFile, given: GivenSetup): Promise<DescribedSource[]> {
    const described = await describeSources(file, given);
    await demandNamedSpeakers(described, this.clock.now());
    return described;
  }

  /** The sources are those and no others; the first of them that has an entity counts for it. */
  async write({ id: institutionId }: Institution, described: readonly DescribedSource[]): Promise<void> {
    const kept: MetadataSource[] = [];
    for (const [position, { kind, location, ...rest }] of described.entries()) {
      const facts = { ...rest, position };
      const known = await this.sources.find(institutionId, kind, location);
      const source = known ?? new MetadataSource({ institutionId, kind, location, ...facts });
      source.describe(facts);
      this.em.persist(source);
      kept.push(source);
    }
    await this.em.flush();
    await this.sources.keepOnly(institutionId, kept);
  }
}
