import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Who may write to something for a while, among all processes. A lease ends by itself when its holder does not come back. */
@Injectable()
export class WriteLeases {
  constructor(private readonly em: EntityManager) {}

  /** @returns false while somebody else holds it */
  async take(subject: string, holder: string, ms: number): Promise<boolean> {
    const rows = await this.em.getConnection().execute<object[]>(
      `insert into write_lease as held (subject, holder, until)
         values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
       on conflict (subject) do update set holder = excluded.holder, until = excluded.until
         where held.holder = excluded.holder or held.until < clock_timestamp()
       returning 1`,
      [subject, holder, ms],
    );
    return rows.length === 1;
  }

  async release(subject: string, holder: string): Promise<void> {
    await this.em
      .getConnection()
      .execute(`delete from write_lease where subject = ? and holder = ?`, [subject, holder]);
  }
}
