import type { OrcidGrant } from '@ligature/orcid-client';
import type { OrcidId } from '@ligature/orcid-model';
import {
  Connection,
  ConnectionRepository,
  type Institution,
  OrcidClientRepository,
  type Person,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Refusal } from './connect-outcome.ts';
import { ConnectionTokens, ownerOf } from './connection-tokens.ts';

/** What is asked of an institution here. */
export type Tenant = Pick<Institution, 'id' | 'orcidEnvironment'>;

/** What becomes of what ORCID granted: kept as a connection, given back, or let go later. Part of the surrounding transaction. */
@Injectable()
export class Grants {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly clients: OrcidClientRepository,
    private readonly tokens: ConnectionTokens,
    private readonly clock: Clock,
  ) {}

  /** The same iD connected again under the same client keeps its row, and with it the put-codes of all that was written. */
  async keep(institution: Tenant, person: Person, grant: OrcidGrant): Promise<Connection> {
    const { orcid } = grant;
    const at = this.clock.now();
    const orcidClientId = await this.clients.idOf(institution.id, grant.clientId);
    await this.replaceFormer(person, orcid, orcidClientId, at);
    const known = await this.connections.findOf(person.id, orcid, orcidClientId);
    const { id: institutionId, orcidEnvironment: environment } = institution;
    const connection =
      known ?? new Connection({ institutionId, personId: person.id, orcidClientId, environment, orcid, at });
    if (known === null) this.connections.add(connection);
    else await this.tokens.retireTokensOf(known);
    connection.grant(await this.tokens.seal(connection, grant), at);
    return connection;
  }

  /** Why the person cannot have this iD; undefined when they can. */
  async refusal(institution: Tenant, person: Pick<Person, 'id'>, { orcid }: OrcidGrant): Promise<Refusal | undefined> {
    const holder = await this.connections.findActiveHolder(institution.id, institution.orcidEnvironment, orcid);
    if (holder !== null && holder.personId !== person.id) return { kind: 'held-by-another', holder };
    const current = await this.connections.findActive(person.id);
    if (current === null || current.orcid === orcid || isMergedInto(current, orcid)) return undefined;
    return { kind: 'has-another-id', current };
  }

  /** Whether it renews what the person is connected by: the same iD under the same ORCID client. */
  async isRenewal(institution: Tenant, person: Pick<Person, 'id'>, grant: OrcidGrant): Promise<boolean> {
    const current = await this.connections.findActive(person.id);
    if (current?.orcid !== grant.orcid) return false;
    return current.orcidClientId === (await this.clients.idOf(institution.id, grant.clientId));
  }

  /** The permission cannot be used: its token is ended at ORCID. */
  async giveBack(institution: Tenant, person: Pick<Person, 'id'>, grant: OrcidGrant): Promise<void> {
    const orcidClientId = await this.clients.idOf(institution.id, grant.clientId);
    await this.tokens.retire(ownerOf(institution, person, grant, orcidClientId), grant.accessToken);
  }

  /** Its tokens are forgotten here at once, and ended at ORCID by a job that waits until ORCID answers. */
  async letGo(connection: Connection): Promise<void> {
    await this.tokens.retireTokensOf(connection);
    connection.markDisconnected(this.clock.now());
  }

  /**
   * A connection under another client gives way; its tokens stay until what was written with them has moved. That of a
   * record which ORCID merged into another is let go: nothing can be done with it any more.
   */
  private async replaceFormer(person: Person, orcid: OrcidId, orcidClientId: string, at: Date): Promise<void> {
    const active = await this.connections.findActive(person.id);
    if (active === null) return;
    if (active.orcid !== orcid) await this.letGo(active);
    else if (active.orcidClientId === orcidClientId) return;
    else active.markReplaced(at);
    await this.em.flush();
  }
}

/** Whether ORCID merged the record of this connection into that one, as far as it says into which. */
function isMergedInto({ recordState, mergedInto }: Connection, orcid: OrcidId): boolean {
  return recordState === 'merged' && (mergedInto ?? orcid) === orcid;
}
