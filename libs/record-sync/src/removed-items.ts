import { JobQueue, type Person, RecordItemRepository } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { allowedAgain } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';

/** What a person took off their record, and may have back. */
@Injectable()
export class RemovedItems {
  constructor(
    private readonly em: EntityManager,
    private readonly items: RecordItemRepository,
    private readonly ledger: ItemLedger,
    private readonly queue: JobQueue,
  ) {}

  /** @returns false when the person has no such item, or did not remove it */
  async allowAgain(
    { id: personId, institutionId }: Pick<Person, 'id' | 'institutionId'>,
    itemId: string,
  ): Promise<boolean> {
    return this.em.transactional(async () => {
      const item = await this.items.findOf(personId, itemId);
      if (item?.state !== 'removedByOwner') return false;
      await this.ledger.note(itemId, allowedAgain, { actor: 'person', actorId: personId });
      await this.queue.syncForPerson({ id: item.connectionId, institutionId });
      return true;
    });
  }
}
