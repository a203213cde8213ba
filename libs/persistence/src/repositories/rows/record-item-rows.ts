import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RecordItem } from '../../entities/record-item.entity.ts';
import { selectRows } from './select-rows.ts';

const SHOWN = ['id', 'connectionId', 'section', 'state', 'putCode', 'content', 'writtenAt', 'problem'] as const;

/** An item as administrators see it. */
export type RecordItemRow = Pick<RecordItem, (typeof SHOWN)[number]>;

/** The items the institution is the source of, as they are shown. */
@Injectable()
export class RecordItemRows {
  constructor(private readonly em: EntityManager) {}

  /** The items of each connection by its id, in one query for any number of connections. */
  async ofConnections(institutionId: string, connectionIds: readonly string[]): Promise<Map<string, RecordItemRow[]>> {
    const rows = await selectRows(this.em, RecordItem, {
      columns: SHOWN,
      where: { institutionId, connectionId: { $in: [...connectionIds] } },
      orderBy: { id: 'asc' },
    });
    return Map.groupBy(rows, ({ connectionId }) => connectionId);
  }
}
