import type { OrcidGrant } from '@ligature/orcid-client';
import type { AccessToken, OrcidId } from '@ligature/orcid-model';
import {
  Connection,
  ConnectionRepository,
  type Institution,
  JobQueue,
  type Person,
  PRIORITY,
  RetiredToken,
  type SealedGrant,
  type SealedSecret,
  type SealingContext,
  TokenVault,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** The tokens of a grant that waits to be confirmed. */
export interface HeldTokens {
  readonly token: RetiredToken;
  readonly refreshToken: SealedSecret<'refresh-token'> | null;
}

export interface TakenTokens extends Pick<OrcidGrant, 'accessToken' | 'refreshToken'> {
  readonly orcidClientId: string;
}

/** Whose a token is. */
export type TokenOwner = Pick<RetiredToken, 'institutionId' | 'personId' | 'orcidClientId' | 'environment'> & {
  readonly orcid: OrcidId | null;
};

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
    const context = placeIn(connection);
    return {
      name: grant.name,
      scopes: grant.scopes,
      tokenExpiresAt: grant.expiresAt,
      accessToken: await this.vault.seal(grant.accessToken, context),
      refreshToken: grant.refreshToken && (await this.vault.seal(grant.refreshToken, context)),
    };
  }

  /** @returns undefined when the tokens were forgotten, or their key is lost */
  async open(connection: Connection): Promise<AccessToken | undefined> {
    const sealed = connection.accessToken ?? undefined;
    if (sealed === undefined || this.isLost(connection)) return undefined;
    return this.vault.open(sealed, 'access-token', placeIn(connection));
  }

  /** Whether the key that sealed the token is lost, so that nothing can be done with it. */
  isLost({ accessToken }: Pick<Connection | RetiredToken, 'accessToken'>): boolean {
    return accessToken != null && this.vault.isLost(accessToken);
  }

  openRetired(token: RetiredToken): Promise<AccessToken> {
    return this.vault.open(token.accessToken, 'access-token', placeOf(token));
  }

  /**
   * Seals what was granted and may still be confirmed: the access token as one that is ended after so many seconds, unless
   * it is taken back before. Part of the surrounding transaction.
   */
  async hold(owner: TokenOwner, grant: OrcidGrant, seconds: number): Promise<HeldTokens> {
    const token = await this.retire(owner, grant.accessToken, seconds);
    const refreshToken = grant.refreshToken && (await this.vault.seal(grant.refreshToken, placeOf(token)));
    return { token, refreshToken };
  }

  /**
   * The tokens of what was held, which are ended no more, and whose they are. Part of the surrounding transaction.
   * @returns undefined when they are ended already
   */
  async takeBack(id: string, refreshToken: HeldTokens['refreshToken']): Promise<TakenTokens | undefined> {
    const token = await this.connections.findRetiredToken(id);
    if (token === null) return undefined;
    const accessToken = await this.openRetired(token);
    const refresh = refreshToken && (await this.vault.open(refreshToken, 'refresh-token', placeOf(token)));
    this.connections.forget(token);
    return { orcidClientId: token.orcidClientId, accessToken, refreshToken: refresh };
  }

  /** Retired tokens that wait for their time are ended now. */
  async endNow(ids: readonly string[]): Promise<void> {
    await this.queue.hurry('revoke-token', ids);
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

  /** Part of the surrounding transaction; the job that tells ORCID, after so many seconds, is added with it. */
  async retire(owner: TokenOwner, plain: AccessToken, afterSeconds = 0): Promise<RetiredToken> {
    const token = this.retiredOf(owner);
    token.keep(await this.vault.seal(plain, placeOf(token)));
    await this.add(token, afterSeconds);
    return token;
  }

  /** The tokens of a connection are sealed anew for the person it goes to. */
  async handOver(connection: Connection, personId: string): Promise<void> {
    const from = placeIn(connection);
    const [access, refresh] = [connection.accessToken ?? null, connection.refreshToken ?? null];
    connection.personId = personId;
    const to = placeIn(connection);
    if (access !== null)
      connection.accessToken = await this.vault.seal(await this.vault.open(access, 'access-token', from), to);
    if (refresh !== null)
      connection.refreshToken = await this.vault.seal(await this.vault.open(refresh, 'refresh-token', from), to);
  }

  /** The same of one that waits to be ended. */
  async handOverRetired(token: RetiredToken, personId: string): Promise<void> {
    const plain = await this.openRetired(token);
    token.handOver(personId);
    token.keep(await this.vault.seal(plain, placeOf(token)));
  }

  private retiredOf({ institutionId, personId, orcidClientId, orcid, environment }: TokenOwner): RetiredToken {
    const retiredAt = this.clock.now();
    return new RetiredToken({ institutionId, personId, orcidClientId, orcid, environment, retiredAt });
  }

  private async add(token: RetiredToken, afterSeconds = 0): Promise<void> {
    this.connections.retire(token);
    const options = { institutionId: token.institutionId, key: token.id, priority: PRIORITY.soon, afterSeconds };
    await this.queue.enqueue('revoke-token', { retiredTokenId: token.id }, options);
  }
}

/** Whose the tokens of a fresh grant are. */
export function ownerOf(
  { id: institutionId, orcidEnvironment: environment }: Pick<Institution, 'id' | 'orcidEnvironment'>,
  { id: personId }: Pick<Person, 'id'>,
  { orcid }: Pick<TokenOwner, 'orcid'>,
  orcidClientId: string,
): TokenOwner {
  return { institutionId, personId, orcidClientId, orcid, environment };
}

/** Where a retired token was sealed for. */
function placeOf({ personId: owner, orcid, environment, sealedTable, sealedRow }: RetiredToken): SealingContext {
  return { table: sealedTable, row: sealedRow, owner, orcid: orcid ?? '', environment };
}

function placeIn({ id, personId: owner, orcid, environment }: Connection): SealingContext {
  return { table: 'connection', row: id, owner, orcid, environment };
}
