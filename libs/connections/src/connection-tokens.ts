import type { OrcidGrant } from '@ligature/orcid-client';
import type { AccessToken } from '@ligature/orcid-model';
import {
  Connection,
  ConnectionRepository,
  JobQueue,
  PRIORITY,
  RetiredToken,
  type SealedGrant,
  type SealingContext,
  TokenVault,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

type Owner = Pick<Connection, 'institutionId' | 'personId' | 'orcidClientId' | 'orcid' | 'environment'>;

/** The tokens of connections: sealed for their row, opened for one use, retired when nobody uses them any more. */
@Injectable()
export class ConnectionTokens {
  constructor(
    private readonly vault: TokenVault,
    private readonly connections: ConnectionRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  async seal(connection: Connection, grant: OrcidGrant): Promise<SealedGrant> {
    const context = contextOf('connection', connection);
    return {
      name: grant.name,
      scopes: grant.scopes,
      tokenExpiresAt: grant.expiresAt,
      accessToken: await this.vault.seal(grant.accessToken, context),
      refreshToken: grant.refreshToken && (await this.vault.seal(grant.refreshToken, context)),
    };
  }

  /** @returns undefined when the tokens were forgotten */
  async open(connection: Connection): Promise<AccessToken | undefined> {
    const sealed = connection.accessToken ?? undefined;
    return sealed && this.vault.open(sealed, 'access-token', contextOf('connection', connection));
  }

  openRetired(token: RetiredToken): Promise<AccessToken> {
    const { personId: owner, orcid, environment, sealedTable: table, sealedRow: row } = token;
    return this.vault.open(token.accessToken, 'access-token', { table, row, owner, orcid, environment });
  }

  /**
   * Sets a connection's tokens aside until ORCID was told to end them: at ORCID both fall with the access token. It moves
   * as it was sealed, so a key that is missing keeps nobody from leaving.
   */
  async retireTokensOf(connection: Connection): Promise<void> {
    const sealed = connection.accessToken ?? undefined;
    if (sealed === undefined) return;
    const token = this.retiredOf(connection);
    token.takeOver(sealed, connection.id);
    await this.add(token);
  }

  /** Part of the surrounding transaction; the job that tells ORCID is added with it. */
  async retire(owner: Owner, plain: AccessToken): Promise<void> {
    const token = this.retiredOf(owner);
    token.keep(await this.vault.seal(plain, contextOf('retired_token', { ...owner, id: token.id })));
    await this.add(token);
  }

  private retiredOf({ institutionId, personId, orcidClientId, orcid, environment }: Owner): RetiredToken {
    const retiredAt = this.clock.now();
    return new RetiredToken({ institutionId, personId, orcidClientId, orcid, environment, retiredAt });
  }

  private async add(token: RetiredToken): Promise<void> {
    this.connections.retire(token);
    const options = { institutionId: token.institutionId, key: token.id, priority: PRIORITY.soon };
    await this.queue.enqueue('revoke-token', { retiredTokenId: token.id }, options);
  }
}

function contextOf(
  table: SealingContext['table'],
  row: Pick<Owner, 'personId' | 'orcid' | 'environment'> & { readonly id: string },
): SealingContext {
  return { table, row: row.id, owner: row.personId, orcid: row.orcid, environment: row.environment };
}
