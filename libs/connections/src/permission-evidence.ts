import {
  AccessRevokedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
} from '@ligature/orcid-client';
import { type Connection, ConnectionRepository, type Person, type RecordState } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConsentLedger } from './consent-ledger.ts';
import { type Standing, RecordStanding } from './record-standing.ts';

/**
 * What ORCID's answers say of a connection: whether its permission stands, and whether its record can be written to. A
 * refused token alone proves nothing: ORCID's authorization server answers the same when it is down, and a deactivated
 * record ends its tokens too (orcid-api 4.1, 11.3). So the record is read in the client's own name, which passes the same
 * check of tokens.
 */
@Injectable()
export class PermissionEvidence {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly standing: RecordStanding,
    private readonly ledger: ConsentLedger,
    private readonly clock: Clock,
  ) {}

  /** ORCID accepted the token just now, and the record can be read. */
  async accepted(connectionId: string): Promise<void> {
    await this.em.transactional(async () => {
      const connection = await this.connections.getForUpdate(connectionId);
      connection.markChecked(this.clock.now());
      connection.markRecordState('open', this.clock.now());
    });
  }

  /**
   * ORCID refused the token that this connection had when it was read.
   * @throws when ORCID does not answer the other question: then nothing is concluded, and it is asked again later
   */
  async refused(used: Connection): Promise<void> {
    if (!used.isActive) return;
    const usedToken = used.accessToken;
    const standing = await this.standing.of(used);
    await this.em.transactional(async () => {
      const person = await this.connections.lockPerson(used.personId);
      const connection = await this.connections.getForUpdate(used.id);
      // A token that was replaced by a newer one while it was in use says nothing of the permission.
      if (connection.isActive && connection.accessToken === usedToken) this.conclude(standing, connection, person);
    });
  }

  /**
   * A read failed: keeps what the error says of the record. A refused token was looked into when it was refused
   * (`TokenProvider`).
   * @returns false when the error says nothing of permission or record: then the read is to be tried again
   */
  async readFailed(connectionId: string, error: unknown): Promise<boolean> {
    const state = RECORD_ERRORS.find(([type]) => error instanceof type)?.[1];
    if (state === undefined) return error instanceof AccessRevokedError;
    await this.em.transactional(async () => {
      (await this.connections.getForUpdate(connectionId)).markRecordState(state, this.clock.now());
    });
    return true;
  }

  private conclude(standing: Standing, connection: Connection, person: Person): void {
    connection.markRecordState(STATES[standing], this.clock.now());
    if (standing === 'open' || standing === 'not-found') this.end(connection, person, 'revoked');
    else if (standing === 'deactivated') this.end(connection, person, 'deactivated');
  }

  private end(connection: Connection, person: Person, kind: 'revoked' | 'deactivated'): void {
    if (kind === 'revoked') connection.markRevoked(this.clock.now());
    else connection.markDeactivated(this.clock.now());
    person.markConsent(kind);
    const { orcid, scopes, id } = connection;
    this.ledger.record(person, { kind, orcid, scopes, shownText: null, subjectId: id });
  }
}

/** How the record stands, by what ORCID answers to a read of it; nothing of the permission. */
const RECORD_ERRORS = [
  [RecordDeactivatedError, 'deactivated'],
  [RecordDeprecatedError, 'merged'],
  [RecordLockedError, 'locked'],
] as const;

/** What is kept; of a record that ORCID does not know there is nothing more to say than that it is gone. */
const STATES: Readonly<Record<Standing, RecordState>> = {
  open: 'open',
  locked: 'locked',
  deactivated: 'deactivated',
  merged: 'merged',
  'not-found': 'open',
};
