import { OneTimeStore, SessionRecords } from '@ligature/persistence';
import { LogoutStore, type PendingLogout } from '@ligature/saml-auth';
import { Injectable } from '@nestjs/common';

/** Keeps sign-outs under way in the database, and ends sessions there, for all replicas. */
@Injectable()
export class PostgresLogoutStore extends LogoutStore {
  constructor(
    private readonly store: OneTimeStore,
    private readonly sessions: SessionRecords,
  ) {
    super();
  }

  override async keep(key: string, pending: PendingLogout, expiresAt: Date): Promise<void> {
    await this.store.put('saml-logout', `ours ${key}`, pending, expiresAt);
  }

  override take(key: string): Promise<PendingLogout | undefined> {
    return this.store.take<PendingLogout>('saml-logout', `ours ${key}`);
  }

  override isFirstUse(request: string, until: Date): Promise<boolean> {
    return this.store.put('saml-logout', `theirs ${request}`, {}, until);
  }

  override endSessions(subject: string, sessionIndexes: readonly string[]): Promise<void> {
    return this.sessions.destroyOf(subject, sessionIndexes);
  }
}
