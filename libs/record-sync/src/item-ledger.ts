import {
  type AuditAction,
  AuditTrail,
  type RecordItem,
  RecordItemRepository,
  WriteIntent,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { WriteStep } from './plan.ts';
import type { ItemChange } from './item-changes.ts';

/**
 * The memory of every write: an intent is committed before ORCID is called, and taken away with a definite answer only.
 * An intent that another worker took over, which is a later attempt, is not settled by a late answer to this one.
 */
@Injectable()
export class ItemLedger {
  constructor(
    private readonly em: EntityManager,
    private readonly items: RecordItemRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Commits what is about to be done. @returns the number of this attempt */
  async intend(step: WriteStep): Promise<number> {
    return this.em.transactional(async () => {
      const known = await this.items.lockIntent(step.itemId);
      const attempt = (known?.attempt ?? 0) + 1;
      const item = await this.items.reread(step.itemId);
      const intent = {
        itemId: step.itemId,
        institutionId: item.institutionId,
        action: step.action,
        content: step.action === 'remove' ? null : step.content,
        contentHash: step.action === 'remove' ? null : step.hash,
        attempt,
        begunAt: this.clock.now(),
      };
      if (known === null) this.items.intend(new WriteIntent(intent));
      else Object.assign(known, intent);
      return attempt;
    });
  }

  /** Commits what became of an attempt, with its item and audit entry. @returns false when a later attempt took over */
  async complete(itemId: string, attempt: number, change: ItemChange): Promise<boolean> {
    return this.em.transactional(async () => {
      const intent = await this.items.lockIntent(itemId);
      if (intent?.attempt !== attempt) return false;
      const item = await this.items.reread(itemId);
      const action = change(item, this.clock.now());
      this.items.complete(intent);
      if (action !== undefined) this.tell(item, action);
      return true;
    });
  }

  /** Commits something that was seen on the record rather than done. */
  async note(itemId: string, change: ItemChange): Promise<void> {
    await this.em.transactional(async () => {
      const item = await this.items.reread(itemId);
      const action = change(item, this.clock.now());
      if (action !== undefined) this.tell(item, action);
    });
  }

  private tell(item: RecordItem, action: AuditAction): void {
    this.audit.append({
      institutionId: item.institutionId,
      actor: 'scheduler',
      actorId: null,
      action,
      subjectId: item.id,
      detail: { kind: item.kind, ...(item.putCode != null && { putCode: item.putCode }) },
    });
  }
}
