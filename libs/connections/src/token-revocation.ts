import { AuditTrail, ConnectionRepository, JobQueue, type RetiredToken } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { OrcidRevocation } from './orcid-revocation.ts';

/** Ends retired tokens at ORCID, then forgets them. */
@Injectable()
export class TokenRevocation {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly tokens: ConnectionTokens,
    private readonly orcid: OrcidRevocation,
    private readonly audit: AuditTrail,
    private readonly queue: JobQueue,
  ) {}

  /** Safe to run again: ORCID accepts the end of a token that has ended. One whose key is lost stays, as long as it is. @throws when ORCID could not be told */
  async end(retiredTokenId: string): Promise<void> {
    const token = await this.connections.findRetiredToken(retiredTokenId);
    if (token === null || this.tokens.isLost(token)) return;
    await this.orcid.revoke(token);
    await this.forget(token);
  }

  /** What no job ends any more is tried again, until ORCID has been told. @returns how many */
  async tryAgain(institutionId: string): Promise<number> {
    const ids = await this.connections.retiredWithoutJob(institutionId);
    await this.queue.enqueueAll(
      'revoke-token',
      ids.map((id) => ({ data: { retiredTokenId: id }, institutionId, key: id })),
    );
    await this.clearAgain(institutionId);
    return ids.length;
  }

  /** What an operator ended and is not off the record yet: its token is ended after that. */
  private async clearAgain(institutionId: string): Promise<void> {
    const ids = await this.connections.toBeCleared(institutionId);
    await this.queue.enqueueAll(
      'sync-record',
      ids.map((id) => ({ data: { connectionId: id }, institutionId, key: id })),
    );
  }

  private async forget(token: RetiredToken): Promise<void> {
    const { institutionId, personId } = token;
    await this.em.transactional(async () => {
      this.connections.forget(token);
      this.audit.append({
        institutionId,
        actor: 'scheduler',
        actorId: null,
        action: 'token.ended',
        subjectId: personId,
        detail: {},
      });
      await Promise.resolve();
    });
  }
}
