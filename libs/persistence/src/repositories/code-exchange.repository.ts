import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { digest } from '../digest.ts';

/** As long as an exchange, and keeping what came of it, can take. */
const UNDER_WAY = `interval '5 minutes'`;

/** Not under way any more, and nothing came of it since that shows that it was not lost, or that it does not matter. */
const IS_LOST = `
(exchange.lost_at is not null or exchange.begun_at < now() - ${UNDER_WAY})
and not exists (
  select from connection where connection.person_id = exchange.person_id and connection.connected_at >= exchange.begun_at)
and not exists (
  select from pending_grant waits join retired_token token on token.id = waits.retired_token_id
   where waits.person_id = exchange.person_id and token.retired_at >= exchange.begun_at)`;

/** A person to whom ORCID may have given a permission for us that we do not have. */
export interface LostAnswer {
  readonly personId: string;
  readonly begunAt: Date;
}

/** Codes that were sent to ORCID, until it is known what became of them. */
@Injectable()
export class CodeExchangeRepository {
  constructor(private readonly em: EntityManager) {}

  /** Committed before the code is sent. */
  async begin(institutionId: string, personId: string, state: string, at: Date): Promise<void> {
    await this.em.execute(
      `insert into code_exchange (id, institution_id, person_id, state_hash, begun_at) values (?, ?, ?, ?, ?)`,
      [newId(), institutionId, personId, hashOf(institutionId, state), at],
    );
  }

  /** What became of it is known and kept. */
  async settle(institutionId: string, state: string): Promise<void> {
    await this.em.execute(`delete from code_exchange where state_hash = ?`, [hashOf(institutionId, state)]);
  }

  /** The answer did not reach us, or could be neither kept nor ended. @returns whether that is news */
  async markLost(institutionId: string, state: string, at: Date): Promise<boolean> {
    const rows = await this.em.execute<object[]>(
      `update code_exchange set lost_at = ? where state_hash = ? and lost_at is null returning 1`,
      [at, hashOf(institutionId, state)],
    );
    return rows.length > 0;
  }

  /** Whether nobody knows what became of this person's code, though no exchange takes so long. */
  async isLost(institutionId: string, state: string, personId: string): Promise<boolean> {
    const rows = await this.em.execute<object[]>(
      `select 1 from code_exchange
        where state_hash = ? and person_id = ? and (lost_at is not null or begun_at < now() - interval '1 minute')`,
      [hashOf(institutionId, state), personId],
    );
    return rows.length > 0;
  }

  /** Oldest first. Who connected since is not among them. */
  async lost(institutionId: string, limit: number): Promise<LostAnswer[]> {
    type Row = { readonly personId: string; readonly begunAt: string };
    const rows = await this.em.execute<Row[]>(
      `select exchange.person_id as "personId", exchange.begun_at as "begunAt" from code_exchange exchange
        where exchange.institution_id = ? and ${IS_LOST} order by exchange.begun_at limit ?`,
      [institutionId, limit],
    );
    return rows.map(({ personId, begunAt }) => ({ personId, begunAt: new Date(begunAt) }));
  }

  /** Of all institutions. */
  async countLost(): Promise<number> {
    const [row] = await this.em.execute<{ lost: number }[]>(
      `select count(*)::int as lost from code_exchange exchange where ${IS_LOST}`,
    );
    return row?.lost ?? 0;
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.em.execute(`delete from code_exchange where begun_at < ?`, [before]);
  }
}

function hashOf(institutionId: string, state: string): string {
  return digest(`${institutionId} ${state}`);
}
