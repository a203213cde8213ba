import { AccessRevokedError, type RecordAccess } from '@ligature/orcid-client';
import { type Connection, ConnectionRepository, type TokenUse } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { NoTokenError } from './no-token.error.ts';
import { PermissionEvidence } from './permission-evidence.ts';

/** Lends out a connection's token for one use: the only way to a plain token after the grant. */
@Injectable()
export class TokenProvider {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly tokens: ConnectionTokens,
    private readonly evidence: PermissionEvidence,
  ) {}

  /**
   * Gives `use` the iD and token. When ORCID refuses the token, that is kept as evidence (`PermissionEvidence`), and the
   * error is passed on; no other failure ever puts a connection in doubt.
   * @param usedFor what it is used for
   * @throws NoTokenError when the tokens were forgotten, or their key is lost; whatever `use` throws
   */
  async withAccessToken<T>(
    connectionId: string,
    usedFor: TokenUse,
    use: (access: RecordAccess) => Promise<T>,
  ): Promise<T> {
    const connection = await this.connections.get(connectionId);
    const token = await this.tokens.open(connection);
    if (token === undefined) throw new NoTokenError(connectionId);
    const { orcid } = connection;
    try {
      const result = await use({ orcid, token });
      await this.evidence.worked(connection, usedFor);
      return result;
    } catch (error) {
      if (error instanceof AccessRevokedError) await this.evidence.refused(connection, usedFor);
      else await this.evidence.failed(connection, error);
      throw error;
    }
  }

  /** Whether the key that sealed the token is lost, so that nothing can be done with it. */
  isLost(connection: Pick<Connection, 'accessToken'>): boolean {
    return this.tokens.isLost(connection);
  }

  /** Nothing needs the tokens of this connection any more: they are ended at ORCID and forgotten here. */
  async retire(connectionId: string): Promise<void> {
    await this.em.transactional(async () => {
      const connection = await this.connections.getForUpdate(connectionId);
      await this.tokens.retireTokensOf(connection);
      connection.forgetTokens();
    });
  }
}
