import { CodeExchanges } from '@ligature/connections';
import { type AnsweredAuthorization, AuthorizationStore, type PendingAuthorization } from '@ligature/orcid-oauth';
import { OneTimeStore } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** Keeps authorizations under way in the database, for all replicas. */
@Injectable()
export class PostgresAuthorizationStore extends AuthorizationStore {
  constructor(
    private readonly store: OneTimeStore,
    private readonly exchanges: CodeExchanges,
  ) {
    super();
  }

  override async keep(state: string, pending: PendingAuthorization, expiresAt: Date): Promise<void> {
    await this.store.put('oauth-transaction', keyOf(pending.institutionId, state), pending, expiresAt);
  }

  override take(institutionId: string, state: string): Promise<PendingAuthorization | undefined> {
    return this.store.take<PendingAuthorization>('oauth-transaction', keyOf(institutionId, state));
  }

  override async keepAnswered(state: string, answered: AnsweredAuthorization, expiresAt: Date): Promise<void> {
    const { session, personId, institutionId } = answered;
    await this.store.put('oauth-answer', keyOf(institutionId, state), { session, personId, institutionId }, expiresAt);
  }

  override beginExchange(state: string, whose: AnsweredAuthorization): Promise<void> {
    return this.exchanges.begin(state, whose);
  }

  override settleExchange(state: string, whose: Pick<AnsweredAuthorization, 'institutionId'>): Promise<void> {
    return this.exchanges.settle(state, whose);
  }

  override loseExchange(state: string, whose: Omit<AnsweredAuthorization, 'session'>): Promise<void> {
    return this.exchanges.lose(state, whose);
  }

  override isExchangeLost(state: string, whose: Omit<AnsweredAuthorization, 'session'>): Promise<boolean> {
    return this.exchanges.isLost(state, whose);
  }

  override findAnswered(institutionId: string, state: string): Promise<AnsweredAuthorization | undefined> {
    return this.store.find<AnsweredAuthorization>('oauth-answer', keyOf(institutionId, state));
  }
}

function keyOf(institutionId: string, state: string): string {
  return `${institutionId} ${state}`;
}
