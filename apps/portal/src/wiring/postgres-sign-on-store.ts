import { OneTimeStore } from '@ligature/persistence';
import { type PendingSignOn, SignOnStore, type SpentSignOn } from '@ligature/saml-auth';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Keeps sign-ins under way in the database, for all replicas. */
@Injectable()
export class PostgresSignOnStore extends SignOnStore {
  constructor(
    private readonly store: OneTimeStore,
    private readonly em: EntityManager,
  ) {
    super();
  }

  override async keep(key: string, pending: PendingSignOn, expiresAt: Date): Promise<void> {
    await this.store.put('saml-request', key, pending, expiresAt);
  }

  override find(key: string): Promise<PendingSignOn | undefined> {
    return this.store.find<PendingSignOn>('saml-request', key);
  }

  override once(spent: SpentSignOn, work: () => Promise<void>): Promise<boolean> {
    return this.em.transactional(async () => {
      const pending = await this.store.take('saml-request', spent.key);
      const isFirst =
        pending !== undefined && (await this.store.put('saml-assertion', spent.assertion, {}, spent.until));
      if (isFirst) await work();
      return isFirst;
    });
  }
}
