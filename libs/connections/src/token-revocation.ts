import { TokenCalls } from '@ligature/orcid-client';
import { AuditTrail, ConnectionRepository, OrcidClientRepository, type RetiredToken } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';

/** Ends retired tokens at ORCID, then forgets them. */
@Injectable()
export class TokenRevocation {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly clients: OrcidClientRepository,
    private readonly tokens: ConnectionTokens,
    private readonly calls: TokenCalls,
    private readonly audit: AuditTrail,
  ) {}

  /** Safe to run again: ORCID accepts the end of a token that has ended. @throws when ORCID could not be told */
  async end(retiredTokenId: string): Promise<void> {
    const token = await this.connections.findRetiredToken(retiredTokenId);
    if (token === null) return;
    // With the credentials of the client it was granted to: another client's revocation answers 200 and does nothing.
    const client = await this.clients.get(token.orcidClientId);
    const credentials = await this.clients.credentials(client, token.environment);
    await this.calls.revoke(credentials, await this.tokens.openRetired(token));
    await this.forget(token);
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
