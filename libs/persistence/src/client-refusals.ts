import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';

/** Which ORCID clients ORCID refuses, for all processes, by what its last answer to each said. */
@Injectable()
export class ClientRefusals {
  private readonly logger = new Logger(ClientRefusals.name);

  constructor(private readonly em: EntityManager) {}

  async refused(clientId: string): Promise<void> {
    const rows = await this.execute(
      `update orcid_client set refused_at = clock_timestamp() where client_id = ? and refused_at is null returning 1`,
      [clientId],
    );
    if (rows.length > 0)
      this.logger.error({ msg: 'ORCID refuses this client: configure it with the right id and secret.', clientId });
  }

  async accepted(clientId: string): Promise<void> {
    await this.execute(`update orcid_client set refused_at = null where client_id = ? and refused_at is not null`, [
      clientId,
    ]);
  }

  async count(): Promise<number> {
    const [row] = await this.execute<{ count: number }>(
      `select count(*)::int as count from orcid_client where refused_at is not null`,
    );
    return row?.count ?? 0;
  }

  /** Outside the transaction that ORCID is asked in: what it said stays true when that is undone. */
  private execute<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.em.getConnection().execute<Row[]>(sql, values);
  }
}
