import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MetadataSource, type SourceKind } from '../entities/metadata-source.entity.ts';

/** Where each institution's identity providers are described. */
@Injectable()
export class MetadataSourceRepository {
  constructor(private readonly em: EntityManager) {}

  of(institutionId: string): Promise<MetadataSource[]> {
    return this.em.find(MetadataSource, { institutionId }, { orderBy: { position: 'asc' } });
  }

  find(institutionId: string, kind: SourceKind, location: string): Promise<MetadataSource | null> {
    return this.em.findOne(MetadataSource, { institutionId, kind, location });
  }

  /** Forgets the sources that are not named, and their providers with them. */
  async keepOnly(institutionId: string, sources: readonly MetadataSource[]): Promise<void> {
    await this.em.nativeDelete(MetadataSource, { institutionId, id: { $nin: sources.map(({ id }) => id) } });
  }

  /** One reading of a source at a time, until the transaction ends. */
  async lock({ id }: MetadataSource): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtext('metadata-source'), hashtext(?))`, [id]);
  }
}
