import { OrcidClientConfig } from '@ligature/orcid-client';
import type { PutCode } from '@ligature/orcid-model';
import { type RecordItem, RecordItemRepository, type WriteIntent } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** A write whose answer nobody knows. */
export interface OpenWrite {
  readonly intent: WriteIntent;
  readonly item: RecordItem;
}

/** The writes of a connection whose answer was lost, or is yet to come. */
@Injectable()
export class OpenWrites {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly config: OrcidClientConfig,
    private readonly clock: Clock,
  ) {}

  async of(connectionId: string): Promise<OpenWrite[]> {
    const intents = await this.items.openIntents(connectionId);
    return Promise.all(intents.map(async (intent) => ({ intent, item: await this.items.reread(intent.itemId) })));
  }

  /** Put-codes of the connection's other items: two that say the same are still two. */
  async heldByOthers({ item }: OpenWrite): Promise<ReadonlySet<PutCode>> {
    const others = (await this.items.rowsOf([item.connectionId])).filter(({ id }) => id !== item.id);
    return new Set(others.flatMap(({ section, putCode }) => (section === item.section && putCode ? [putCode] : [])));
  }

  /** As long as one call can take. */
  mayBeUnderWay({ intent: { begunAt } }: OpenWrite): boolean {
    return this.clock.now().getTime() - begunAt.getTime() < this.config.deadlineMs;
  }
}
