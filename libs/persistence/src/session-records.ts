import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { digest } from './digest.ts';

/** Browser sessions, shared by all replicas. Only a hash of each session id is stored. */
@Injectable()
export class SessionRecords {
  constructor(private readonly em: EntityManager) {}

  async load(id: string): Promise<object | undefined> {
    const [row] = await this.em.execute<{ data: object }[]>(
      `select data from session_record where id_hash = ? and expires_at >= now()`,
      [digest(id)],
    );
    return row?.data;
  }

  async save(id: string, data: object, expiresAt: Date): Promise<void> {
    await this.em.execute(
      `insert into session_record (id_hash, data, subject, expires_at) values (?, ?::jsonb, ?, ?)
       on conflict (id_hash) do update
         set data = excluded.data, subject = excluded.subject, expires_at = excluded.expires_at`,
      [digest(id), JSON.stringify(data), subjectOf(data), expiresAt],
    );
  }

  async prolong(id: string, expiresAt: Date): Promise<void> {
    await this.em.execute(`update session_record set expires_at = ? where id_hash = ?`, [expiresAt, digest(id)]);
  }

  async destroy(id: string): Promise<void> {
    await this.em.execute(`delete from session_record where id_hash = ?`, [digest(id)]);
  }

  /**
   * Ends the sessions of one person, in whichever browsers.
   * @param sessionIndexes those that the provider means; all when empty. A session without one is always meant.
   */
  async destroyOf(subject: string, sessionIndexes: readonly string[]): Promise<void> {
    const index = `data -> 'providerSession' ->> 'sessionIndex'`;
    const wanted = sessionIndexes.length === 0 ? null : JSON.stringify(sessionIndexes);
    await this.em.execute(
      `delete from session_record where subject = ?
         and (?::jsonb is null or ${index} is null or ${index} in (select jsonb_array_elements_text(?::jsonb)))`,
      [subject, wanted, wanted],
    );
  }

  /** How a session is called where its id must not be written down. */
  static nameOf(id: string): string {
    return digest(id);
  }

  /** @param name as `nameOf` gave it */
  async destroyNamed(name: string): Promise<void> {
    await this.em.execute(`delete from session_record where id_hash = ?`, [name]);
  }

  /** Ends the sessions of an institution that a provider vouched for which it trusts no more. @returns how many */
  async destroyOfUntrusted(institutionId: string): Promise<number> {
    const rows = await this.em.execute<object[]>(
      `delete from session_record where data -> 'providerSession' ->> 'institutionId' = ?
         and data -> 'providerSession' ->> 'provider' not in (select entity_id from identity_provider where institution_id = ?)
       returning 1`,
      [institutionId, institutionId],
    );
    return rows.length;
  }

  /** @returns how many expired sessions were deleted */
  async sweep(): Promise<number> {
    const rows = await this.em.execute<object[]>(`delete from session_record where expires_at < now() returning 1`);
    return rows.length;
  }
}

function subjectOf(data: object): string | null {
  return 'subject' in data && typeof data.subject === 'string' ? data.subject : null;
}
