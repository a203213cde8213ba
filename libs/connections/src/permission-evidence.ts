import {
  AccessRevokedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
} from '@ligature/orcid-client';
import {
  type Connection,
  ConnectionRepository,
  type Person,
  type RecordState,
  type TokenUse,
} from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { PermissionLedger } from './permission-ledger.ts';
import { type Standing, RecordStanding } from './record-standing.ts';
import { RefusalJudge } from './refusal-judge.ts';

/**
 * What ORCID's answers say of a connection: whether its permission stands, and whether its record can be written to. A
 * refused token alone proves nothing: ORCID's API answers the same while its authorization server is down (orcid-api 4.1,
 * 11.3). So the record is read in the client's own name, which passes the same check of tokens, and both are kept; the
 * connection is in doubt, and nothing is written, until enough of it has come together or the token is accepted again.
 */
@Injectable()
export class PermissionEvidence {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly standing: RecordStanding,
    private readonly judge: RefusalJudge,
    private readonly ledger: PermissionLedger,
  ) {}

  /** ORCID accepted the token for this. It lets a removal through with a token that was revoked too (orcid-api 4.3). */
  async worked(used: Connection, usedFor: TokenUse): Promise<void> {
    if (usedFor !== 'removal' && this.ledger.isNews(used)) await this.accepted(used);
  }

  /**
   * ORCID refused the token that this connection had when it was read.
   * @throws when ORCID does not answer the other question either: then it is an outage, and everything is done again later
   */
  async refused(used: Connection, usedFor: TokenUse): Promise<void> {
    if (!used.isActive) return;
    const usedToken = used.accessToken;
    const standing = await this.standing.of(used).catch((error: unknown) => ({ kind: 'unanswered', error }) as const);
    await this.locked(used, async (connection, person) => {
      // A token that was replaced by a newer one while it was in use says nothing of the permission.
      if (!connection.isActive || connection.accessToken !== usedToken) return;
      this.judge.note(connection, usedFor, standing.kind);
      if (standing.kind !== 'unanswered') await this.conclude(standing, connection, person);
    });
    if (standing.kind === 'unanswered') throw standing.error;
  }

  /** Somebody waits for the answer: what ORCID refused twice just now has ended. */
  async believeNow(connectionId: string): Promise<void> {
    await this.locked(await this.connections.get(connectionId), async (connection, person) => {
      const end = connection.isActive ? await this.judge.endNow(connection) : undefined;
      if (end !== undefined) this.ledger.ended(connection, person, end);
    });
  }

  /** A use failed: what the error says of the record is kept when the client hears the same in its own name. */
  async failed(used: Connection, error: unknown): Promise<void> {
    if (!isOfRecord(error) || !used.isActive) return;
    const standing = await this.standing.of(used).catch(() => undefined);
    if (standing === undefined || STATES[standing.kind] === 'open') return;
    await this.locked(used, (connection) => {
      this.keepStanding(connection, standing);
      return Promise.resolve();
    });
  }

  private accepted(used: Connection): Promise<void> {
    return this.locked(used, async (connection, person) => {
      if (connection.isActive) await this.ledger.accepted(connection);
      else if (connection.endedBy === 'revoked' && (await this.isFree(connection)))
        await this.ledger.restored(connection, person);
    });
  }

  /** Whether neither the person has another iD by now, nor the iD another person. */
  private async isFree({ personId, institutionId, environment, orcid }: Connection): Promise<boolean> {
    if ((await this.connections.findActive(personId)) !== null) return false;
    return (await this.connections.findActiveHolder(institutionId, environment, orcid)) === null;
  }

  private async conclude(standing: Standing, connection: Connection, person: Person): Promise<void> {
    this.keepStanding(connection, standing);
    await this.em.flush();
    const end = await this.judge.endBy(connection);
    if (end === undefined) await this.ledger.doubted(connection);
    else this.ledger.ended(connection, person, end);
  }

  private keepStanding(connection: Connection, standing: Standing): void {
    this.ledger.keepState(connection, STATES[standing.kind], standing.kind === 'merged' ? standing.newId : undefined);
  }

  /** First the person, as everybody does who changes a permission. */
  private async locked(
    { id, personId }: Connection,
    change: (connection: Connection, person: Person) => Promise<void>,
  ): Promise<void> {
    await this.em.transactional(async () => {
      const person = await this.connections.lockPerson(personId);
      await change(await this.connections.getForUpdate(id), person);
    });
  }
}

/** Whether an error says something of permission or record, which is kept where it was met: nothing is to be tried again. */
export function saysOfPermission(error: unknown): boolean {
  return error instanceof AccessRevokedError || isOfRecord(error);
}

function isOfRecord(error: unknown): boolean {
  return RECORD_ERRORS.some((type) => error instanceof type);
}

/** They say how the record stands, and nothing of the permission. */
const RECORD_ERRORS = [RecordDeactivatedError, RecordDeprecatedError, RecordLockedError] as const;

/** What is kept; of a record that ORCID does not know there is nothing more to say than that it is gone. */
const STATES: Readonly<Record<Standing['kind'], RecordState>> = {
  open: 'open',
  locked: 'locked',
  deactivated: 'deactivated',
  merged: 'merged',
  'not-found': 'open',
};
