import type { SourcePolicies } from '@ligature/identity-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MetadataSource } from '../../entities/metadata-source.entity.ts';
import { expiresSoon, sourceState, type SourceState } from '../source-state.ts';
import { selectRows } from './select-rows.ts';

const SHOWN = ['id', 'kind', 'location', 'readAt', 'triedAt', 'failure', 'providers', 'unusable'] as const;

/** A source as it is shown, with how it stands. */
export interface MetadataSourceRow extends Pick<MetadataSource, (typeof SHOWN)[number]> {
  readonly state: SourceState;
  /** How many of its providers end soon, or have ended. */
  readonly expiring: number;
}

/** Institution, time. */
const EXPIRING = `
select source_id as "sourceId", count(*)::int as expiring
  from identity_provider where institution_id = ? and valid_until <= ? group by source_id`;

/** Where each institution's identity providers are described, as it is shown. */
@Injectable()
export class MetadataSourceRows {
  constructor(private readonly em: EntityManager) {}

  /** All sources with how they stand now, for whoever looks after them. */
  async watch(institutionId: string, at: Date): Promise<MetadataSourceRow[]> {
    const counts = await this.em.execute<{ sourceId: string; expiring: number }[]>(EXPIRING, [
      institutionId,
      expiresSoon(at),
    ]);
    const expiringOf = new Map(counts.map(({ sourceId, expiring }) => [sourceId, expiring]));
    const orderBy = { position: 'asc' } as const;
    const rows = await selectRows(this.em, MetadataSource, { columns: SHOWN, where: { institutionId }, orderBy });
    return rows.map((row) => {
      const expiring = expiringOf.get(row.id) ?? 0;
      return { ...row, expiring, state: sourceState(row, expiring, at) };
    });
  }

  /** What the institution demands of its providers. */
  policies(institutionId: string): Promise<SourcePolicies[]> {
    return selectRows(this.em, MetadataSource, { columns: ['policy', 'exceptions'], where: { institutionId } });
  }
}
