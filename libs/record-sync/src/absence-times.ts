import type { RecordItem } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { RecordSyncConfig } from './record-sync.config.ts';

/** From when on an item's absence counts: ORCID's lists may lag behind a write of ours. */
@Injectable()
export class AbsenceTimes {
  constructor(
    private readonly config: RecordSyncConfig,
    private readonly clock: Clock,
  ) {}

  /** Whether an item may be called missing, by when it was written. */
  isQuiet({ writtenAt }: Pick<RecordItem, 'writtenAt'>): boolean {
    return writtenAt == null || this.since(writtenAt) >= this.config.removalQuietMs;
  }

  /** Whether a missing item may be looked for again, and its absence be believed. */
  isSecondLookDue({ missingSince }: Pick<RecordItem, 'missingSince'>): boolean {
    return missingSince != null && this.since(missingSince) >= this.config.secondLookMs;
  }

  private since(at: Date): number {
    return this.clock.now().getTime() - at.getTime();
  }
}
