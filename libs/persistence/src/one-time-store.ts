import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { digest } from './digest.ts';
import { type OneTimePurpose } from './entities/one-time-record.entity.ts';

/** Things that may be used once, shared by all replicas. Only a hash of each key is stored. */
@Injectable()
export class OneTimeStore {
  constructor(private readonly em: EntityManager) {}

  /** @returns false when the key was put before and has not expired: somebody replays it */
  async put(purpose: OneTimePurpose, key: string, payload: object, expiresAt: Date): Promise<boolean> {
    const rows = await this.em.execute(
      `insert into one_time_record as known (purpose, key_hash, payload, expires_at) values (?, ?, ?::jsonb, ?)
       on conflict (purpose, key_hash) do update set payload = excluded.payload, expires_at = excluded.expires_at
         where known.expires_at < now()
       returning 1`,
      [purpose, digest(key), JSON.stringify(payload), expiresAt],
    );
    return rows.length === 1;
  }

  /** Looks at a payload and leaves it where it is; undefined when used, expired or unknown. */
  async find<T extends object>(purpose: OneTimePurpose, key: string): Promise<T | undefined> {
    const [row] = await this.em.execute<{ payload: T }[]>(
      `select payload from one_time_record where purpose = ? and key_hash = ? and expires_at >= now()`,
      [purpose, digest(key)],
    );
    return row?.payload;
  }

  /** Gives the payload to one caller and to no other, however many ask at once; undefined when used, expired or unknown. */
  async take<T extends object>(purpose: OneTimePurpose, key: string): Promise<T | undefined> {
    const [row] = await this.em.execute<{ payload: T; live: boolean }[]>(
      `delete from one_time_record where purpose = ? and key_hash = ? returning payload, expires_at >= now() as live`,
      [purpose, digest(key)],
    );
    return row?.live === true ? row.payload : undefined;
  }

  /** @returns how many expired records were deleted */
  async sweep(): Promise<number> {
    const rows = await this.em.execute<object[]>(`delete from one_time_record where expires_at < now() returning 1`);
    return rows.length;
  }
}
