import { PermissionEvidence } from '@ligature/connections';
import { Injectable } from '@nestjs/common';
import { ListedItems } from './listed-items.ts';
import { RecordReader } from './record-reader.ts';
import { SyncContexts } from './sync-context.ts';

/** Asks ORCID whether a permission still stands, and sees in the same look which of our items are still there. */
@Injectable()
export class RecordCheck {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly items: ListedItems,
    private readonly reader: RecordReader,
    private readonly evidence: PermissionEvidence,
  ) {}

  /**
   * One call to ORCID, and one more for each item that was missing before.
   * @throws when ORCID is down or busy: the question is asked again later
   */
  async check(connectionId: string): Promise<void> {
    const context = await this.contexts.find(connectionId);
    if (context === undefined) return;
    const known = await this.items.judgeable(connectionId);
    try {
      await this.items.judge(context, known, await this.reader.items(connectionId));
      await this.evidence.accepted(connectionId);
    } catch (error) {
      if (!(await this.evidence.readFailed(connectionId, error))) throw error;
    }
  }
}
