import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { OneTimeStore } from './one-time-store.ts';
import { SessionRecords } from './session-records.ts';

/** What a sign-in uses up. */
export interface SpentSignOnRecord {
  /** Key under which the pending sign-in was kept. */
  readonly key: string;
  /** Names the assertion among all providers'. */
  readonly assertion: string;
  /** Until when the assertion must be remembered. */
  readonly until: Date;
}

/** A pending sign-in, as far as it matters here; all else in it belongs to whoever keeps it. */
export interface PendingSignOnRecord {
  /** Name of the session that the browser had when it began (`SessionRecords.nameOf`). */
  readonly formerSession?: string | undefined;
}

/** Sign-ins under way, shared by all replicas. */
@Injectable()
export class SignOnRecords {
  constructor(
    private readonly em: EntityManager,
    private readonly store: OneTimeStore,
    private readonly sessions: SessionRecords,
  ) {}

  async keep(key: string, pending: PendingSignOnRecord, expiresAt: Date): Promise<void> {
    await this.store.put('saml-request', key, pending, expiresAt);
  }

  find<T extends PendingSignOnRecord>(key: string): Promise<T | undefined> {
    return this.store.find<T>('saml-request', key);
  }

  /**
   * Uses up the pending sign-in and the assertion, ends the session that the browser had and does the work, in one
   * transaction: all of it happens, or nothing.
   * @returns false, with nothing done, when either was used before, however many ask at once
   */
  once({ key, assertion, until }: SpentSignOnRecord, work: () => Promise<void>): Promise<boolean> {
    return this.em.transactional(async () => {
      const pending = await this.store.take<PendingSignOnRecord>('saml-request', key);
      if (pending === undefined || !(await this.store.put('saml-assertion', assertion, {}, until))) return false;
      if (pending.formerSession !== undefined) await this.sessions.destroyNamed(pending.formerSession);
      await work();
      return true;
    });
  }
}
