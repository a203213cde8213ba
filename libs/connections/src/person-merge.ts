import {
  AuditTrail,
  type Connection,
  ConnectionRepository,
  JobQueue,
  type Person,
  PersonCaseRepository,
  PersonRepository,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { HeldGrants } from './held-grants.ts';

/**
 * What became of a decision that two are one: merged; both are connected now, with two iDs; or the key of a token is lost,
 * so that it cannot change hands.
 */
export type MergeOutcome = 'merged' | 'same-person' | 'both-connected' | 'key-lost';

/**
 * Two local people who are one: everything of the first is the second's from now on, with assertions, identities, staff ids,
 * connections, items and consent. The old id goes on naming them.
 */
@Injectable()
export class PersonMerge {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly people: PersonRepository,
    private readonly cases: PersonCaseRepository,
    private readonly tokens: ConnectionTokens,
    private readonly held: HeldGrants,
    private readonly audit: AuditTrail,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** @param by who decides; kept in the audit trail, also where it is refused */
  async merge(sourceId: string, targetId: string, by: string): Promise<MergeOutcome> {
    if (sourceId === targetId) return 'same-person';
    return this.em.transactional(async () => {
      const [source, target] = await this.connections.lockBoth(sourceId, targetId);
      const obstacle = await this.obstacle(source, target);
      if (obstacle === undefined) await this.join(source, target, by);
      this.record(source, target, by, obstacle);
      return obstacle ?? 'merged';
    });
  }

  private async obstacle(source: Person, target: Person): Promise<'both-connected' | 'key-lost' | undefined> {
    const [one, other] = [await this.connections.findActive(source.id), await this.connections.findActive(target.id)];
    if (one !== null && other !== null) return 'both-connected';
    const sealed = [...(await this.connections.allOf([source.id])), ...(await this.connections.retiredOf(source.id))];
    return sealed.some((row) => this.tokens.isLost(row)) ? 'key-lost' : undefined;
  }

  private async join(source: Person, target: Person, by: string): Promise<void> {
    await this.held.drop(source);
    for (const connection of await this.connections.allOf([source.id])) await this.handOver(connection, target);
    for (const token of await this.connections.retiredOf(source.id))
      await this.tokens.handOverRetired(token, target.id);
    target.takeOver(source);
    await this.em.flush();
    await this.people.join(source, target);
    await this.people.remember(source, target.id, by, this.clock.now());
    await this.cases.closeAnswered(target.id, 'same', this.clock.now());
    const active = await this.connections.findActive(target.id);
    if (active === null) return;
    target.markConsent('active');
    await this.queue.syncForPerson(active);
  }

  /** Two rows of one iD and one client become one: the active one, or that which ended last. */
  private async handOver(connection: Connection, target: Person): Promise<void> {
    const { orcid, orcidClientId } = connection;
    const known = await this.connections.findOf(target.id, orcid, orcidClientId);
    if (known === null) return this.tokens.handOver(connection, target.id);
    const isKept = known.isActive || (!connection.isActive && (known.endedAt ?? 0) >= (connection.endedAt ?? 0));
    const [kept, given] = isKept ? [known, connection] : [connection, known];
    await this.tokens.retireTokensOf(given);
    await this.em.flush();
    await this.connections.fold(given.id, kept.id);
    this.em.getUnitOfWork().unsetIdentity(given);
    if (!isKept) await this.tokens.handOver(connection, target.id);
  }

  private record(
    source: Person,
    { id: subjectId, institutionId }: Person,
    by: string,
    reason: string | undefined,
  ): void {
    this.audit.append({
      institutionId,
      actor: 'operator',
      actorId: null,
      action: reason === undefined ? 'person.merged' : 'person.not-merged',
      subjectId,
      detail: { by, merged: source.id, ...(reason !== undefined && { reason }) },
    });
  }
}
