import { type Connection, ConnectionRepository, type RecordItem, RecordItemRepository, PersonRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';

/** Look-ups of one request, each kind gathered into one query. */
export interface Loaders {
  readonly connectionOf: DataLoader<string, Connection | undefined>;
  readonly itemsOf: DataLoader<string, RecordItem[]>;
  readonly staffIdsOf: DataLoader<string, string[]>;
}

@Injectable()
export class LoaderFactory {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly items: RecordItemRepository,
    private readonly people: PersonRepository,
  ) {}

  create(): Loaders {
    return {
      connectionOf: new DataLoader((personIds) => this.connectionsOf(personIds)),
      itemsOf: new DataLoader((connectionIds) => this.itemsOf(connectionIds)),
      staffIdsOf: new DataLoader((personIds) => this.staffIdsOf(personIds)),
    };
  }

  /** The active connection of each person, else the one that ended last. */
  private async connectionsOf(personIds: readonly string[]): Promise<(Connection | undefined)[]> {
    const latest = new Map((await this.connections.allOf(personIds)).map((found) => [found.personId, found]));
    return personIds.map((id) => latest.get(id));
  }

  private async staffIdsOf(personIds: readonly string[]): Promise<string[][]> {
    const rows = Map.groupBy(await this.people.staffIdsOfPeople(personIds), ({ personId }) => personId);
    return personIds.map((id) => (rows.get(id) ?? []).map(({ staffId }) => staffId));
  }

  private async itemsOf(connectionIds: readonly string[]): Promise<RecordItem[][]> {
    const items = Map.groupBy(await this.items.ofConnections(connectionIds), (item) => item.connectionId);
    return connectionIds.map((id) => items.get(id) ?? []);
  }
}
