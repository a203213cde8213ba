import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RecordItem } from '../entities/record-item.entity.ts';
import { WriteIntent } from '../entities/write-intent.entity.ts';

/** The items the institution is the source of, and the intents to write them. */
@Injectable()
export class RecordItemRepository {
  constructor(private readonly em: EntityManager) {}

  ofConnections(connectionIds: readonly string[]): Promise<RecordItem[]> {
    return this.em.find(RecordItem, { connectionId: { $in: [...connectionIds] } }, { orderBy: { id: 'asc' } });
  }

  openIntents(connectionId: string): Promise<WriteIntent[]> {
    return this.em.find(WriteIntent, {
      itemId: { $in: this.em.createQueryBuilder(RecordItem).select('id').where({ connectionId }) },
    });
  }

  /** Which of these connections have a write of which nobody knows yet what became. */
  async connectionsWithOpenIntents(connectionIds: readonly string[]): Promise<string[]> {
    const items = await this.em.find(
      RecordItem,
      {
        connectionId: { $in: [...connectionIds] },
        id: { $in: this.em.createQueryBuilder(WriteIntent).select('itemId') },
      },
      { fields: ['connectionId'] },
    );
    return items.map((item) => item.connectionId);
  }

  /** The item as it stands now, whatever was read before. */
  reread(id: string): Promise<RecordItem> {
    return this.em.findOneOrFail(RecordItem, { id }, { refresh: true });
  }

  /** The intent as it stands now, locked; null when another worker settled it. */
  lockIntent(itemId: string): Promise<WriteIntent | null> {
    return this.em.findOne(WriteIntent, { itemId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  }

  add(item: RecordItem): void {
    this.em.persist(item);
  }

  intend(intent: WriteIntent): void {
    this.em.persist(intent);
  }

  complete(intent: WriteIntent): void {
    this.em.remove(intent);
  }
}
