import { SignOnRecords } from '@ligature/persistence';
import { type PendingSignOn, SignOnStore, type SpentSignOn } from '@ligature/saml-auth';
import { Injectable } from '@nestjs/common';

/** Keeps sign-ins under way in the database, for all replicas. */
@Injectable()
export class PostgresSignOnStore extends SignOnStore {
  constructor(private readonly records: SignOnRecords) {
    super();
  }

  override keep(key: string, pending: PendingSignOn, expiresAt: Date): Promise<void> {
    return this.records.keep(key, pending, expiresAt);
  }

  override find(key: string): Promise<PendingSignOn | undefined> {
    return this.records.find<PendingSignOn>(key);
  }

  override once(spent: SpentSignOn, work: () => Promise<void>): Promise<boolean> {
    return this.records.once(spent, work);
  }
}
