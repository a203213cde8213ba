import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';

/** Processes reserve one slot ahead each: what lies further ahead is a rest that ORCID asked for. */
const REST = `next_at > clock_timestamp() + interval '5 seconds'`;
const LONG_MS = 10_000;

/**
 * Slots of time that all processes share: whoever reserves gets the next one, by the database's clock. Each call is a
 * statement outside of any transaction, so that nobody waits for somebody else's work.
 */
@Injectable()
export class RateSlots {
  private readonly logger = new Logger(RateSlots.name);

  constructor(private readonly em: EntityManager) {}

  /**
   * Reserves the next free slot of a bucket; slots lie `intervalMs` apart.
   * @returns how many milliseconds from now it is
   */
  async reserve(bucket: string, intervalMs: number): Promise<number> {
    const [row] = await this.em.getConnection().execute<{ wait: number }[]>(
      `insert into rate_slot as slot (bucket, next_at)
         values (?, clock_timestamp() + ? * interval '1 millisecond')
       on conflict (bucket) do update
         set next_at = greatest(slot.next_at, clock_timestamp()) + ? * interval '1 millisecond'
       returning (extract(epoch from next_at - clock_timestamp()) * 1000)::float8 as wait`,
      [bucket, intervalMs, intervalMs],
    );
    return Math.max((row?.wait ?? 0) - intervalMs, 0);
  }

  /** Keeps every slot of the next `ms` milliseconds free. */
  async holdBack(bucket: string, ms: number): Promise<void> {
    if (ms >= LONG_MS)
      this.logger.warn({ msg: 'All requests rest, for ORCID asked for it.', bucket, seconds: ms / 1000 });
    await this.em.getConnection().execute(
      `insert into rate_slot as slot (bucket, next_at)
         values (?, clock_timestamp() + ? * interval '1 millisecond')
       on conflict (bucket) do update set next_at = greatest(slot.next_at, excluded.next_at)`,
      [bucket, ms],
    );
  }

  /** Until when all requests rest. */
  async restingUntil(): Promise<Date | null> {
    const [row] = await this.em
      .getConnection()
      .execute<{ until: string | null }[]>(`select max(next_at) as until from rate_slot where ${REST}`);
    return row?.until == null ? null : new Date(row.until);
  }

  /** Ends every rest now. @returns how many buckets rested */
  async endRests(): Promise<number> {
    const rows = await this.em
      .getConnection()
      .execute<object[]>(`update rate_slot set next_at = clock_timestamp() where ${REST} returning 1`);
    return rows.length;
  }
}
