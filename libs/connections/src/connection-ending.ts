import {
  type Connection,
  ConnectionRepository,
  JobQueue,
  type Person,
  PRIORITY,
  type SealedSecret,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConsentLedger } from './consent-ledger.ts';
import { Grants } from './grants.ts';

/** The removal is done at once by whoever decided on it; the job comes after, for what that left, and ends the token. */
const JOB_AFTER_S = 20;

export interface EndingDecision {
  /** Who decides; kept in the audit trail. */
  readonly by: string;
  /** Whether what was written stays on the record. */
  readonly keepsItems: boolean;
}

/** What an operator ended: nothing is written any more. */
export interface EndedConnections {
  /** Every connection of that person with that iD, the last one first. */
  readonly ids: readonly string[];
  /** Of these, those with a token that is kept until the items are off the record. */
  readonly toClear: readonly string[];
}

/**
 * The institution ends one person's connection: it was made to somebody else's iD, or its token leaked. From then on nothing
 * is written. What was written is taken off the record first, with the very token, and the token is ended after that: at
 * ORCID a token that we ended removes nothing (orcid-api 2.7).
 */
@Injectable()
export class ConnectionEnding {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly grants: Grants,
    private readonly ledger: ConsentLedger,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined when nothing of the person's can be ended: they have no connection, or an operator ended it before */
  async end(personId: string, decision: EndingDecision): Promise<EndedConnections | undefined> {
    return this.em.transactional(async () => {
      const person = await this.connections.lockPerson(personId);
      const all = (await this.connections.allOf([personId])).toReversed();
      const last = all.find(isToEnd);
      if (last === undefined) return undefined;
      const ended = all.filter((one) => one.isOfRecord(last));
      const toClear: string[] = [];
      for (const one of ended) if (await this.endOne(one, decision)) toClear.push(one.id);
      this.record(person, last, decision);
      return { ids: ended.map(({ id }) => id), toClear };
    });
  }

  /** @returns whether its token is kept, for what is to be removed with it */
  private async endOne(connection: Connection, { by, keepsItems }: EndingDecision): Promise<boolean> {
    const at = this.clock.now();
    if (keepsItems) {
      await this.grants.letGo(connection);
      connection.endAndKeepItems(by, at);
      return false;
    }
    connection.endToRemoveItems(by, at);
    const token: SealedSecret<'access-token'> | null = connection.accessToken ?? null;
    if (token === null) return false;
    const { id: connectionId, institutionId } = connection;
    const options = { institutionId, key: connectionId, priority: PRIORITY.soon, afterSeconds: JOB_AFTER_S };
    await this.queue.enqueue('sync-record', { connectionId }, options);
    return true;
  }

  private record(person: Person, { id, orcid, scopes }: Connection, { by, keepsItems }: EndingDecision): void {
    person.markConsent('disconnected');
    const entry = { kind: 'disconnected', orcid, scopes, shownText: null, subjectId: id } as const;
    this.ledger.record(person, entry, { by, items: keepsItems ? 'keep' : 'remove' });
  }
}

/** Active, or with a token left; what ended otherwise has ended. */
function isToEnd({ isActive, accessToken, removesItems }: Connection): boolean {
  return isActive || (accessToken != null && !removesItems);
}
