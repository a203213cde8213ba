import { AccessRevokedError, type RecordAccess } from '@ligature/orcid-client';
import { ConnectionRepository, type RecordState } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { NoTokenError } from './no-token.error.ts';
import { RefusedTokens } from './refused-tokens.ts';

/** Lends out a connection's token for one use: the only way to a plain token after the grant. */
@Injectable()
export class TokenProvider {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly tokens: ConnectionTokens,
    private readonly refused: RefusedTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives `use` the iD and token. When ORCID refuses the token, it is asked in another way why (`RefusedTokens`), and the
   * error is passed on; no other failure ever ends a connection.
   * @throws NoTokenError when the tokens were forgotten; whatever `use` throws
   */
  async withAccessToken<T>(connectionId: string, use: (access: RecordAccess) => Promise<T>): Promise<T> {
    const connection = await this.connections.get(connectionId);
    const token = await this.tokens.open(connection);
    if (token === undefined) throw new NoTokenError(connectionId);
    const { orcid } = connection;
    try {
      return await use({ orcid, token });
    } catch (error) {
      if (error instanceof AccessRevokedError) await this.refused.lookInto(connection);
      throw error;
    }
  }

  /** ORCID accepted the permission just now, and the record can be read. */
  async noteAccepted(connectionId: string): Promise<void> {
    await this.em.transactional(async () => {
      const connection = await this.connections.getForUpdate(connectionId);
      connection.markChecked(this.clock.now());
      connection.markRecordState('open', this.clock.now());
    });
  }

  /** ORCID said how the record stands; that says nothing of the permission. */
  async noteRecordState(connectionId: string, state: RecordState): Promise<void> {
    await this.em.transactional(async () => {
      (await this.connections.getForUpdate(connectionId)).markRecordState(state, this.clock.now());
    });
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
