import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MetadataSource, type SourceKind } from '../entities/metadata-source.entity.ts';
import { expiresSoon, sourceState, type SourceState } from './source-state.ts';

/** A source with how it stands. */
export interface WatchedSource {
  readonly source: MetadataSource;
  readonly state: SourceState;
  /** How many of its providers end soon, or have ended. */
  readonly expiring: number;
}

/** Institution, time. */
const EXPIRING = `
select source_id as "sourceId", count(*)::int as expiring
  from identity_provider where institution_id = ? and valid_until <= ? group by source_id`;

/** Where each institution's identity providers are described. */
@Injectable()
export class MetadataSourceRepository {
  constructor(private readonly em: EntityManager) {}

  of(institutionId: string): Promise<MetadataSource[]> {
    return this.em.find(MetadataSource, { institutionId }, { orderBy: { position: 'asc' } });
  }

  /** All sources with how they stand now, for whoever looks after them. */
  async watch(institutionId: string, at: Date): Promise<WatchedSource[]> {
    const counts = await this.em.execute<{ sourceId: string; expiring: number }[]>(EXPIRING, [
      institutionId,
      expiresSoon(at),
    ]);
    const expiringOf = new Map(counts.map(({ sourceId, expiring }) => [sourceId, expiring]));
    return (await this.of(institutionId)).map((source) => {
      const expiring = expiringOf.get(source.id) ?? 0;
      return { source, expiring, state: sourceState(source, expiring, at) };
    });
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
