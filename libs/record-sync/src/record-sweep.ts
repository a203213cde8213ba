import { WantedState } from '@ligature/assertions';
import {
  type Connection,
  ConnectionRepository,
  type Institution,
  JobQueue,
  RecordItemRepository,
  PersonRepository,
} from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isUpToDate } from './plan.ts';

const BATCH = 500;

/** Goes through all connected people of an institution, a batch at a time, and adds jobs for those with something to do. */
@Injectable()
export class RecordSweep {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly people: PersonRepository,
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
    private readonly queue: JobQueue,
  ) {}

  /** Has every record brought up to date that is not as wanted today: four queries for 500 people, no call to ORCID. @returns how many */
  syncDue(institution: Institution): Promise<number> {
    return this.goThrough(institution, 'sync-record', (batch) => this.due(institution, batch));
  }

  /** Has every permission checked that ORCID has not confirmed since `before`. @returns how many */
  checkTokens(institution: Institution, before: Date): Promise<number> {
    return this.goThrough(institution, 'check-token', (batch) =>
      Promise.resolve(batch.filter(({ checkedAt }) => checkedAt < before)),
    );
  }

  private async goThrough(
    institution: Institution,
    job: 'sync-record' | 'check-token',
    choose: (batch: Connection[]) => Promise<Connection[]>,
  ): Promise<number> {
    let asked = 0;
    let last: string | undefined;
    for (;;) {
      const batch = await this.connections.activeAfter(institution.id, last, BATCH);
      const chosen = await choose(batch);
      await this.queue.enqueueAll(
        job,
        chosen.map(({ id }) => ({ data: { connectionId: id }, institutionId: institution.id, key: id })),
      );
      asked += chosen.length;
      last = batch.at(-1)?.id;
      if (batch.length < BATCH) return asked;
      this.em.clear();
    }
  }

  private async due(institution: Institution, batch: readonly Connection[]): Promise<Connection[]> {
    const people = await this.people.findByIds(batch.map(({ personId }) => personId));
    const staffIdOf = new Map(people.map(({ id, staffId }) => [id, staffId ?? '']));
    const wanted = await this.wantedState.of(institution, [...staffIdOf.values()]);
    const items = Map.groupBy(
      await this.items.ofConnections(batch.map(({ id }) => id)),
      ({ connectionId }) => connectionId,
    );
    const open = new Set(await this.items.connectionsWithOpenIntents(batch.map(({ id }) => id)));
    return batch.filter(({ id, personId }) => {
      const wantedOf = wanted.get(staffIdOf.get(personId) ?? '') ?? [];
      return open.has(id) || !isUpToDate(wantedOf, items.get(id) ?? []);
    });
  }
}
