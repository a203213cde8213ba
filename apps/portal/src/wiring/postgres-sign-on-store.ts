import { OneTimeStore } from '@ligature/persistence';
import { type PendingSignOn, SignOnStore } from '@ligature/saml-auth';
import { Injectable } from '@nestjs/common';

/** Keeps sign-ins under way in the database, for all replicas. */
@Injectable()
export class PostgresSignOnStore extends SignOnStore {
  constructor(private readonly store: OneTimeStore) {
    super();
  }

  override async keep(key: string, pending: PendingSignOn, expiresAt: Date): Promise<void> {
    await this.store.put('saml-request', key, pending, expiresAt);
  }

  override take(key: string): Promise<PendingSignOn | undefined> {
    return this.store.take<PendingSignOn>('saml-request', key);
  }

  override isFirstUse(assertionId: string, until: Date): Promise<boolean> {
    return this.store.put('saml-assertion', assertionId, {}, until);
  }
}
