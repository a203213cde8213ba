import { setTimeout } from 'node:timers/promises';
import { PermissionEvidence, saysOfPermission } from '@ligature/connections';
import { Injectable } from '@nestjs/common';
import { ListedItems } from './listed-items.ts';
import { RecordReader } from './record-reader.ts';
import { RevokedPermission } from './revoked-permission.ts';
import { SyncContexts } from './sync-context.ts';

/** Between two questions when somebody waits for the answer. */
const BETWEEN_MS = 3_000;

/** Asks ORCID whether a permission still stands, and sees in the same look which of our items are still there. */
@Injectable()
export class RecordCheck {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly items: ListedItems,
    private readonly reader: RecordReader,
    private readonly evidence: PermissionEvidence,
    private readonly revoked: RevokedPermission,
  ) {}

  /**
   * One call to ORCID, and one more for each item that was missing before.
   * @throws when ORCID is down or busy: the question is asked again later
   */
  async check(connectionId: string): Promise<void> {
    const context = await this.contexts.find(connectionId);
    if (context === undefined) return this.revoked.tryAgain(connectionId);
    const known = await this.items.judgeable(connectionId);
    try {
      await this.items.judge(context, known, await this.reader.items(connectionId));
    } catch (error) {
      if (!saysOfPermission(error)) throw error;
    }
  }

  /**
   * For somebody who waits for the answer: what ORCID refuses is asked once more some seconds later, and then believed.
   * @throws when ORCID is down or busy: then nothing is believed
   */
  async checkNow(connectionId: string, betweenMs = BETWEEN_MS): Promise<void> {
    await this.check(connectionId);
    const context = await this.contexts.find(connectionId);
    if (context === undefined || !context.connection.isDoubted) return;
    await setTimeout(betweenMs);
    await this.check(connectionId);
    await this.evidence.believeNow(connectionId);
  }
}
