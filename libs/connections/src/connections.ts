import type { OrcidGrant } from '@ligature/orcid-client';
import { type Connection, ConnectionRepository, JobQueue, type Person } from '@ligature/persistence';
import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ConnectOutcome } from './connect-outcome.ts';
import { ConsentLedger } from './consent-ledger.ts';
import { IdCases } from './id-cases.ts';
import { Grants, type Tenant } from './grants.ts';

/** Which person holds which iD, with which consent: connected, refused, let go. */
@Injectable()
export class Connections {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly grants: Grants,
    private readonly ledger: ConsentLedger,
    private readonly idCases: IdCases,
    private readonly queue: JobQueue,
  ) {}

  findActive(personId: string): Promise<Connection | null> {
    return this.connections.findActive(personId);
  }

  /**
   * Keeps what a person granted and confirmed, sealed, and has their record brought up to date: connection, consent, audit entry
   * and first job in one transaction.
   * @param shownText which text they had read before, e.g. `2026-11/de`
   */
  async connect(
    institution: Tenant,
    person: Pick<Person, 'id'>,
    grant: OrcidGrant,
    shownText: string,
  ): Promise<ConnectOutcome> {
    const attempt = (): Promise<ConnectOutcome> =>
      this.em.transactional(() => this.keepOrRefuse(institution, person.id, grant, shownText));
    try {
      return await attempt();
    } catch (error) {
      // Two people connected one iD at once: now the winner is seen, and this one is refused.
      if (error instanceof UniqueConstraintViolationException) return attempt();
      throw error;
    }
  }

  /** Whether the person is to say first that the iD is theirs: it can become theirs, and is not yet. */
  async isNew(institution: Tenant, person: Pick<Person, 'id'>, grant: OrcidGrant): Promise<boolean> {
    if ((await this.grants.refusal(institution, person, grant)) !== undefined) return false;
    return !(await this.grants.isRenewal(institution, person, grant));
  }

  /** The person refused at ORCID. An older permission that still stands is not touched. */
  async deny({ id }: Pick<Person, 'id'>, shownText: string): Promise<void> {
    await this.em.transactional(async () => {
      const person = await this.connections.lockPerson(id);
      if ((await this.connections.findActive(person.id)) === null) person.markConsent('denied');
      this.ledger.record(person, { kind: 'denied', orcid: null, scopes: [], shownText, subjectId: person.id });
    });
  }

  /**
   * Ends the person's permission: no token of theirs is kept, also none that was found revoked or replaced and could have
   * removed our items still. The tokens are forgotten here at once, and ended at ORCID by a job that waits until ORCID answers.
   * @returns false when there was nothing to end
   */
  async disconnect({ id }: Pick<Person, 'id'>): Promise<boolean> {
    return this.em.transactional(async () => {
      const person = await this.connections.lockPerson(id);
      const active = await this.connections.findActive(person.id);
      const held = (await this.connections.findWithToken(person.id)).filter(({ removesItems }) => !removesItems);
      const last = active ?? held[0];
      if (last === undefined) return false;
      for (const connection of new Set([last, ...held])) await this.grants.letGo(connection);
      this.record(person, last, 'disconnected', null);
      return true;
    });
  }

  private async keepOrRefuse(
    institution: Tenant,
    personId: string,
    grant: OrcidGrant,
    shownText: string,
  ): Promise<ConnectOutcome> {
    const person = await this.connections.lockPerson(personId);
    const refusal = await this.grants.refusal(institution, person, grant);
    if (refusal !== undefined) {
      await this.grants.giveBack(institution, person, grant);
      await this.idCases.refused(person, grant, refusal);
      return refusal;
    }
    const connection = await this.grants.keep(institution, person, grant);
    this.record(person, connection, 'granted', shownText);
    await this.idCases.compareHint(person, connection);
    await this.queue.syncForPerson(connection);
    return { kind: 'connected', connection };
  }

  private record(
    person: Person,
    connection: Connection,
    kind: 'granted' | 'disconnected',
    shownText: string | null,
  ): void {
    person.markConsent(kind === 'granted' ? 'active' : kind);
    const { orcid, scopes, id } = connection;
    this.ledger.record(person, { kind, orcid, scopes, shownText, subjectId: id });
  }
}
