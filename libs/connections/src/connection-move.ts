import type { OrcidId } from '@ligature/orcid-model';
import {
  type Connection,
  ConnectionRepository,
  JobQueue,
  type Person,
  PersonCaseRepository,
  RecordItemRepository,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { ConsentLedger } from './consent-ledger.ts';

/**
 * What became of a decision to move a connection: moved; the first is not connected; the second is connected already, or
 * was with this very iD; or the key of a token is lost.
 */
export type MoveOutcome =
  | { readonly kind: 'moved'; readonly orcid: OrcidId; readonly followed: number; readonly toRemove: number }
  | { readonly kind: 'same-person' | 'not-connected' | 'has-another-id' | 'had-this-id' | 'key-lost' };

/** A connection that was made under the account of one person and is another's: it goes to that one, with its permission. */
@Injectable()
export class ConnectionMove {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly items: RecordItemRepository,
    private readonly cases: PersonCaseRepository,
    private readonly tokens: ConnectionTokens,
    private readonly ledger: ConsentLedger,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * What was written of the first and is asserted of the second as well stays what it is, with its put-code; the next sync
   * removes the rest and writes what is missing.
   */
  async move(fromId: string, toId: string, by: string): Promise<MoveOutcome> {
    if (fromId === toId) return { kind: 'same-person' };
    return this.em.transactional(async () => {
      const [from, to] = await this.connections.lockBoth(fromId, toId);
      const outcome = await this.moveLocked(from, to, by);
      if (outcome.kind !== 'moved') this.ledger.refused(from, 'operator', { by, reason: outcome.kind });
      return outcome;
    });
  }

  private async moveLocked(from: Person, to: Person, by: string): Promise<MoveOutcome> {
    const active = await this.connections.findActive(from.id);
    if (active === null) return { kind: 'not-connected' };
    const { orcid } = active;
    if ((await this.connections.findActive(to.id)) !== null) return { kind: 'has-another-id' };
    if ((await this.connections.allOf([to.id])).some((one) => one.orcid === orcid)) return { kind: 'had-this-id' };
    const all = (await this.connections.allOf([from.id])).filter((one) => one.isOfRecord(active));
    if (all.some((one) => this.tokens.isLost(one))) return { kind: 'key-lost' };
    for (const one of all) await this.tokens.handOver(one, to.id);
    await this.em.flush();
    const counts = await this.items.follow(
      all.map(({ id }) => id),
      to.id,
    );
    this.record(from, to, active, by);
    await this.cases.closeAboutId([from.id, to.id], orcid, this.clock.now());
    await this.queue.syncForPerson(active);
    return { kind: 'moved', orcid, ...counts };
  }

  private record(from: Person, to: Person, connection: Connection, by: string): void {
    from.markConsent('disconnected');
    to.markConsent('active');
    this.ledger.moved(from, to, connection, by);
  }
}
