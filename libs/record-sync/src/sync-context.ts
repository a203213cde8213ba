import {
  type Connection,
  ConnectionRepository,
  type Institution,
  InstitutionRepository,
  OrcidClientRepository,
} from '@ligature/persistence';
import { TokenProvider } from '@ligature/connections';
import { Injectable } from '@nestjs/common';

/** A record the institution may write to: whose, by which permission, under which ORCID client. */
export interface SyncContext {
  readonly institution: Institution;
  readonly connection: Connection;
  /** As ORCID names the client that the connection's tokens were granted to. */
  readonly clientId: string;
}

@Injectable()
export class SyncContexts {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly institutions: InstitutionRepository,
    private readonly clients: OrcidClientRepository,
    private readonly tokens: TokenProvider,
  ) {}

  /** @returns undefined when the connection has ended, or the key of its token is lost: then there is nothing to do */
  async find(connectionId: string): Promise<SyncContext | undefined> {
    const connection = await this.connections.get(connectionId);
    return connection.isActive && !this.tokens.isLost(connection) ? this.of(connection) : undefined;
  }

  /** One that an operator ended and whose items are to be taken off, as long as there is a token for it. */
  async toClear(connectionId: string): Promise<SyncContext | undefined> {
    const connection = await this.connections.get(connectionId);
    const { isActive, removesItems, accessToken } = connection;
    if (isActive || !removesItems || accessToken == null || this.tokens.isLost(connection)) return undefined;
    return this.of(connection);
  }

  /** What there was of the same record under other clients, however it ended, the last one last: items may stand there still. */
  async former({ connection }: SyncContext): Promise<SyncContext[]> {
    const all = await this.connections.allOf([connection.personId]);
    const former = all.filter((one) => one.id !== connection.id && one.isOfRecord(connection));
    return Promise.all(former.map((one) => this.of(one)));
  }

  private async of(connection: Connection): Promise<SyncContext> {
    const [institution, { clientId }] = [
      await this.institutions.get(connection.institutionId),
      await this.clients.get(connection.orcidClientId),
    ];
    return { institution, connection, clientId };
  }
}
