import { RecordStateCalls } from '@ligature/orcid-client';
import {
  type Connection,
  ConnectionRepository,
  OrcidClientRepository,
  type Person,
  type RecordState,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConsentLedger } from './consent-ledger.ts';

type Finding = Awaited<ReturnType<RecordStateCalls['stateOf']>>['kind'];

/**
 * Why ORCID refused a token. A refusal alone proves nothing: its authorization server answers the same when it is down, and
 * a deactivated record ends its tokens too (orcid-api 4.1, 11.3). So the record is read in the client's own name: that
 * passes the same check of tokens, and says how the record stands.
 */
@Injectable()
export class RefusedTokens {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly clients: OrcidClientRepository,
    private readonly states: RecordStateCalls,
    private readonly ledger: ConsentLedger,
    private readonly clock: Clock,
  ) {}

  /** @throws when ORCID does not answer that question: then nothing is concluded, and it is asked again later */
  async lookInto(used: Connection): Promise<void> {
    if (!used.isActive) return;
    const usedToken = used.accessToken;
    const client = await this.clients.get(used.orcidClientId);
    const { kind } = await this.states.stateOf(await this.clients.credentials(client, used.environment), used.orcid);
    await this.em.transactional(async () => {
      const person = await this.connections.lockPerson(used.personId);
      const connection = await this.connections.getForUpdate(used.id);
      // A token that was replaced by a newer one while it was in use says nothing of the permission.
      if (connection.isActive && connection.accessToken === usedToken) this.conclude(kind, connection, person);
    });
  }

  private conclude(finding: Finding, connection: Connection, person: Person): void {
    const state = STATES[finding];
    connection.markRecordState(state, this.clock.now());
    if (finding === 'open' || finding === 'not-found') this.end(connection, person, 'revoked');
    else if (finding === 'deactivated') this.end(connection, person, 'deactivated');
  }

  private end(connection: Connection, person: Person, kind: 'revoked' | 'deactivated'): void {
    if (kind === 'revoked') connection.markRevoked(this.clock.now());
    else connection.markDeactivated(this.clock.now());
    person.markConsent(kind);
    const { orcid, scopes, id } = connection;
    this.ledger.record(person, { kind, orcid, scopes, shownText: null, subjectId: id });
  }
}

/** What is kept of a finding; of a record that ORCID does not know there is nothing more to say than that it is gone. */
const STATES: Readonly<Record<Finding, RecordState>> = {
  open: 'open',
  locked: 'locked',
  deactivated: 'deactivated',
  merged: 'merged',
  'not-found': 'open',
};
