import { OrcidClientConfig } from '@ligature/orcid-client';
import type { ListedItem, PutCode } from '@ligature/orcid-model';
import { type RecordItem, RecordItemRepository, type WriteIntent } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { AbsenceTimes } from './absence-times.ts';

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
    private readonly times: AbsenceTimes,
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

  /**
   * Whether two looks since it was begun, far enough apart, prove that its item does not stand there: a list may lag behind.
   * Until then the write may be begun again, for ORCID refuses a second item of one client and a second removal, but it is
   * not forgotten.
   */
  isProvedAbsent({ intent, item }: OpenWrite): boolean {
    const wasLookedFor = item.missingSince != null && item.missingSince >= intent.begunAt;
    return wasLookedFor && this.times.isSecondLookDue(item);
  }

  /** As long as one call can take. */
  mayBeUnderWay({ intent }: OpenWrite): boolean {
    return this.mayBeOf(intent, this.clock.now());
  }

  /** Whether it was changed after that write was over: it was known since, by a database that was lost. */
  wasChangedLater({ intent }: OpenWrite, { changedAt }: Pick<ListedItem, 'changedAt'>): boolean {
    return changedAt !== undefined && !this.mayBeOf(intent, changedAt);
  }

  private mayBeOf({ begunAt }: WriteIntent, at: Date): boolean {
    return at.getTime() - begunAt.getTime() < this.config.deadlineMs;
  }
}
