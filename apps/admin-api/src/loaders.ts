import type { Principal } from '@ligature/identity-model';
import {
  ConnectionRows,
  PersonRows,
  RecordItemRows,
  type RecordItemRow,
  type ShownConnection,
  TenantRows,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';

/** Look-ups of one request, each kind gathered into one query. */
export interface Loaders {
  readonly institutionOf: DataLoader<string, Awaited<ReturnType<TenantRows['get']>>>;
  readonly connectionOf: DataLoader<string, ShownConnection | undefined>;
  readonly itemsOf: DataLoader<string, readonly RecordItemRow[]>;
  readonly staffIdsOf: DataLoader<string, readonly string[]>;
}

@Injectable()
export class LoaderFactory {
  constructor(
    private readonly connections: ConnectionRows,
    private readonly items: RecordItemRows,
    private readonly people: PersonRows,
    private readonly institutions: TenantRows,
  ) {}

  create({ institutionId }: Principal): Loaders {
    return {
      // One only: those who ask know no other institution than their own.
      institutionOf: new DataLoader((ids) => Promise.all(ids.map((id) => this.institutions.get(id)))),
      connectionOf: new DataLoader(async (personIds) => {
        const found = await this.connections.latestOf(institutionId, personIds);
        return personIds.map((id) => found.get(id));
      }),
      itemsOf: new DataLoader(async (connectionIds) => {
        const found = await this.items.ofConnections(institutionId, connectionIds);
        return connectionIds.map((id) => found.get(id) ?? []);
      }),
      staffIdsOf: new DataLoader(async (personIds) => {
        const found = await this.people.staffIdsOf(institutionId, personIds);
        return personIds.map((id) => found.get(id) ?? []);
      }),
    };
  }
}
