import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TokenEvidence } from '../entities/token-evidence.entity.ts';
import { selectRows } from './rows/select-rows.ts';

const REFUSAL = ['at', 'counterCheck'] as const;

/** A refusal, and what the other question was answered. */
export type RefusalRow = Pick<TokenEvidence, (typeof REFUSAL)[number]>;

/** How many people's tokens ORCID refused, and of how many it was asked. */
export interface Refusals {
  readonly refused: number;
  readonly used: number;
}

/** Since, since, environment, since. */
const REFUSALS = `
select count(*) filter (where evidence.connection_id is not null)::int as refused,
       count(*) filter (where evidence.connection_id is not null or connection.checked_at >= ?)::int as used
  from connection
  left join (select distinct connection_id from token_evidence where at >= ?) evidence
    on evidence.connection_id = connection.id
 where connection.environment = ?
   and (connection.checked_at >= ? or evidence.connection_id is not null)`;

/** When ORCID refused which token. */
@Injectable()
export class TokenEvidenceRepository {
  constructor(private readonly em: EntityManager) {}

  add(evidence: TokenEvidence): void {
    this.em.persist(evidence);
  }

  /** What speaks against a permission since a time, in order. */
  of(connectionId: string, since: Date): Promise<RefusalRow[]> {
    const where = { connectionId, at: { $gt: since } };
    return selectRows(this.em, TokenEvidence, { columns: REFUSAL, where, orderBy: { at: 'asc' } });
  }

  /** Over all institutions: an outage concerns everybody. */
  async refusalsSince(environment: string, since: Date): Promise<Refusals> {
    const [row] = await this.em.execute<Refusals[]>(REFUSALS, [since, since, environment, since]);
    return row ?? { refused: 0, used: 0 };
  }

  /** Old evidence is of no use to anybody. @returns how many rows went */
  forgetBefore(before: Date): Promise<number> {
    return this.em.nativeDelete(TokenEvidence, { at: { $lt: before } });
  }
}
