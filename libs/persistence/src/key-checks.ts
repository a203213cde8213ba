import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Keys that must never change: by which of them a database is used. */
@Injectable()
export class KeyChecks {
  constructor(private readonly em: EntityManager) {}

  /**
   * Keeps the digest of the key that is first used, or takes the place of one that is lost.
   * @returns the digest that holds: another where another key is in use
   */
  async hold(name: string, digest: string, lost: string | undefined): Promise<string> {
    const [row] = await this.em.getConnection().execute<{ digest: string }[]>(
      `insert into key_check as known (name, digest) values (?, ?)
       on conflict (name) do update set digest = case when known.digest = ? then excluded.digest else known.digest end
       returning digest`,
      [name, digest, lost ?? null],
    );
    return row?.digest ?? digest;
  }
}
