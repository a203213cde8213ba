import type { OrcidEnvironment, OrcidId, Scope } from '@ligature/orcid-model';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Connection } from '../entities/connection.entity.ts';
import { ConsentEvent } from '../entities/consent-event.entity.ts';
import { Person } from '../entities/person.entity.ts';
import { RetiredToken } from '../entities/retired-token.entity.ts';
import { Keyring } from '../vault/keyring.ts';
import { isUsable } from '../vault/sealed-by-lost-key.ts';

/** An active connection: as much of it as a plan needs. */
export interface ConnectionRow {
  readonly id: string;
  readonly personId: string;
  readonly scopes: readonly Scope[];
  /** ORCID refuses its token, and it is not sure yet what that means: nothing is written. */
  readonly isDoubted: boolean;
  /** An operator ended it, since the record is somebody else's: nothing is wanted there. */
  readonly removesItems: boolean;
}

/** Institution, before, lost keys, part, institution. A merged record answers the same every time; its owner is asked to connect the other. */
const UNCHECKED = `
select id from connection
 where institution_id = ? and ended_at is null and checked_at < ? and record_state <> 'merged' and ${isUsable('access_token')}
 order by checked_at
 limit (select ceil(count(*) * ?)::int from connection where institution_id = ? and ended_at is null)`;

/** Who holds which iD, and what was permitted. */
@Injectable()
export class ConnectionRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly keyring: Keyring,
  ) {}

  get(id: string): Promise<Connection> {
    return this.em.findOneOrFail(Connection, { id });
  }

  /** The row is locked until the transaction ends, so that two changes of one connection cannot cross. */
  getForUpdate(id: string): Promise<Connection> {
    return this.em.findOneOrFail(Connection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  /** The person, locked until the transaction ends: one change of a person's consent at a time. */
  lockPerson(id: string): Promise<Person> {
    return this.em.findOneOrFail(Person, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  /** Both, as they were named; locked in the order of their ids, so that two who do so never wait for each other. */
  async lockBoth(one: string, other: string): Promise<[Person, Person]> {
    if (one > other) return (await this.lockBoth(other, one)).toReversed() as [Person, Person];
    return [await this.lockPerson(one), await this.lockPerson(other)];
  }

  findActive(personId: string): Promise<Connection | null> {
    return this.em.findOne(Connection, { personId, endedAt: null });
  }

  findActiveHolder(institutionId: string, environment: OrcidEnvironment, orcid: OrcidId): Promise<Connection | null> {
    return this.em.findOne(Connection, { institutionId, environment, orcid, endedAt: null });
  }

  /** The row that keeps a person's iD under one client, whatever became of it; locked until the transaction ends. */
  findOf(personId: string, orcid: OrcidId, orcidClientId: string): Promise<Connection | null> {
    const where = { personId, orcid, orcidClientId };
    return this.em.findOne(Connection, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /** The connections of a person that still hold a token, however they ended: the active or last ended one first. */
  findWithToken(personId: string): Promise<Connection[]> {
    const orderBy = [{ endedAt: 'desc nulls first' }, { connectedAt: 'desc' }] as const;
    return this.em.find(Connection, { personId, accessToken: { $ne: null } }, { orderBy: [...orderBy] });
  }

  /** All connections of these people, the active or last ended one last: one query for a whole page of people. */
  allOf(personIds: readonly string[]): Promise<Connection[]> {
    return this.em.find(
      Connection,
      { personId: { $in: [...personIds] } },
      { orderBy: [{ endedAt: 'asc nulls last' }, { connectedAt: 'asc' }] },
    );
  }

  /**
   * Active connections that ORCID has not confirmed since `before`, those that wait longest first.
   * @param part only so large a part of all active ones at once
   */
  async unchecked(institutionId: string, before: Date, part = 1): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(UNCHECKED, [
      institutionId,
      before,
      this.lostKeys,
      part,
      institutionId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Connections that an operator ended and whose items are still to be taken off. */
  async toBeCleared(institutionId: string): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select id from connection
        where institution_id = ? and removes_items and ended_at is not null and access_token is not null and ${isUsable('access_token')}`,
      [institutionId, this.lostKeys],
    );
    return rows.map(({ id }) => id);
  }

  /** Connections that were taken for revoked since then, with a token that could prove otherwise. */
  async revokedSince(institutionId: string, since: Date): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select id from connection where institution_id = ? and ended_by = 'revoked' and ended_at >= ? and access_token is not null`,
      [institutionId, since],
    );
    return rows.map(({ id }) => id);
  }

  /** How many people are connected under a client of ORCID's. */
  countActiveUnder(orcidClientId: string): Promise<number> {
    return this.em.count(Connection, { orcidClientId, endedAt: null });
  }

  /** What was cleared is known. */
  async markLookedThrough(id: string): Promise<void> {
    await this.em.nativeUpdate(Connection, { id }, { clearedSince: null });
  }

  findRetiredToken(id: string): Promise<RetiredToken | null> {
    return this.em.findOne(RetiredToken, { id });
  }

  retiredOf(personId: string): Promise<RetiredToken[]> {
    return this.em.find(RetiredToken, { personId });
  }

  /** Makes one row of two that are of one iD and one client: what was written under the first is the second's. */
  async fold(givenId: string, keptId: string): Promise<void> {
    for (const table of ['record_item', 'token_evidence'])
      await this.em.execute(`update ${table} set connection_id = ? where connection_id = ?`, [keptId, givenId]);
    await this.em.execute(`delete from connection where id = ?`, [givenId]);
  }

  /** Retired tokens that no job ends any more, since it was given up or lost; a token whose key is lost cannot be ended. */
  async retiredWithoutJob(institutionId: string): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select token.id from retired_token token
        where token.institution_id = ? and ${isUsable('token.access_token')} and not exists (
          select 1 from pgboss.job where name = 'revoke-token' and singleton_key = token.id::text and state <= 'active')`,
      [institutionId, this.lostKeys],
    );
    return rows.map(({ id }) => id);
  }

  retire(token: RetiredToken): void {
    this.em.persist(token);
  }

  forget(token: RetiredToken): void {
    this.em.remove(token);
  }

  add(connection: Connection): void {
    this.em.persist(connection);
  }

  record(event: ConsentEvent): void {
    this.em.persist(event);
  }

  private get lostKeys(): string {
    return JSON.stringify(this.keyring.lost);
  }
}
