import { type Institution, MetadataSource, MetadataSourceRepository } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { DescribedSource } from './provider-source.ts';

/** Writes where an institution's identity providers are described, inside the transaction of `Configuration`. */
@Injectable()
export class SourceWriter {
  constructor(
    private readonly em: EntityManager,
    private readonly sources: MetadataSourceRepository,
  ) {}

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
