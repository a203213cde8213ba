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

type Owner = Pick<Connection, 'institutionId' | 'personId' | 'orcid' | 'environment'>;

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
    return this.vault.open(token.accessToken, 'access-token', contextOf('retired_token', token));
  }

  /** Sets a connection's tokens aside until ORCID was told to end them: at ORCID both fall with the access token. */
  async retireTokensOf(connection: Connection): Promise<void> {
    const plain = await this.open(connection);
    if (plain !== undefined) await this.retire(connection, plain);
  }

  /** Part of the surrounding transaction; the job that tells ORCID is added with it. */
  async retire(owner: Owner, plain: AccessToken): Promise<void> {
    const { institutionId, personId, orcid, environment } = owner;
    const token = new RetiredToken({ institutionId, personId, orcid, environment, retiredAt: this.clock.now() });
    token.keep(await this.vault.seal(plain, contextOf('retired_token', token)));
    this.connections.retire(token);
    const options = { institutionId, key: token.id, priority: PRIORITY.soon };
    await this.queue.enqueue('revoke-token', { retiredTokenId: token.id }, options);
  }
}

function contextOf(
  table: SealingContext['table'],
  row: Omit<Owner, 'institutionId'> & { readonly id: string },
): SealingContext {
  return { table, row: row.id, owner: row.personId, orcid: row.orcid, environment: row.environment };
}
