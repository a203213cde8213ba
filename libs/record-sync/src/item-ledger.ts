import {
  AuditTrail,
  type AuditAction,
  PlanRepository,
  type RecordItem,
  RecordItemRepository,
  WriteIntent,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ItemChange } from './item-changes.ts';
import type { WriteStep } from './plan.ts';

/** Who brought a change about. */
export type Actor =
  | { readonly actor: 'scheduler'; readonly actorId: null }
  | { readonly actor: 'person'; readonly actorId: string }
  | { readonly actor: 'operator'; readonly actorId: null; readonly by: string };

export const US: Actor = { actor: 'scheduler', actorId: null };

/**
 * The memory of every write: an intent is committed before ORCID is called, and taken away with a definite answer only.
 * An intent that another worker took over, which is a later attempt, is not completed by a late answer to this one.
 */
@Injectable()
export class ItemLedger {
  constructor(
    private readonly em: EntityManager,
    private readonly items: RecordItemRepository,
    private readonly plans: PlanRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Commits what is about to be done. @returns the number of this attempt */
  async intend(step: WriteStep): Promise<number> {
    return this.em.transactional(() => this.intendOne(step));
  }

  /** Whether a removal was sent whose answer nobody knows. */
  async isRemoving(itemId: string): Promise<boolean> {
    return (await this.items.findIntent(itemId))?.action === 'remove';
  }

  /** Commits what is about to be done in one call. @returns the number of each attempt, in order */
  async intendAll(steps: readonly WriteStep[]): Promise<number[]> {
    return this.em.transactional(async () => {
      const attempts: number[] = [];
      for (const step of steps) attempts.push(await this.intendOne(step));
      return attempts;
    });
  }

  /** Commits what became of an attempt, with its item and audit entry. @returns false when a later attempt took over */
  async complete(itemId: string, attempt: number, change: ItemChange, by: Actor = US): Promise<boolean> {
    return this.em.transactional(async () => {
      const intent = await this.items.lockIntent(itemId);
      if (intent?.attempt !== attempt) return false;
      const action = await this.apply(itemId, change, by);
      this.items.complete(intent);
      if (action !== undefined) await this.plans.markDone(itemId, this.clock.now());
      return true;
    });
  }

  /** Commits something that was seen on the record, or decided by its owner, rather than done. */
  async note(itemId: string, change: ItemChange, by: Actor = US): Promise<void> {
    await this.em.transactional(async () => {
      await this.apply(itemId, change, by);
    });
  }

  /** Commits what nothing more can be learned about: whatever was in doubt is over with it. */
  async conclude(itemId: string, change: ItemChange): Promise<void> {
    const intent = await this.items.findIntent(itemId);
    if (intent === null) await this.note(itemId, change);
    else await this.complete(itemId, intent.attempt, change);
  }

  private async intendOne(step: WriteStep): Promise<number> {
    const known = await this.items.lockIntent(step.itemId);
    const attempt = (known?.attempt ?? 0) + 1;
    const isRemoval = step.action === 'remove';
    const given = {
      action: step.action,
      content: isRemoval ? null : step.item.content,
      contentHash: isRemoval ? null : step.hash,
      attempt,
      begunAt: this.clock.now(),
    };
    if (known !== null) known.repeat(given);
    else {
      const { id: itemId, institutionId } = await this.items.reread(step.itemId);
      this.items.intend(new WriteIntent({ itemId, institutionId, ...given }));
    }
    return attempt;
  }

  private async apply(itemId: string, change: ItemChange, by: Actor = US): Promise<AuditAction | undefined> {
    const item = await this.items.reread(itemId);
    const action = change(item, this.clock.now());
    if (action !== undefined) this.record(item, action, by);
    return action;
  }

  private record(item: RecordItem, action: AuditAction, { actor, actorId, ...who }: Actor): void {
    this.audit.append({
      institutionId: item.institutionId,
      actor,
      actorId,
      action,
      subjectId: item.id,
      detail: { section: item.section, ...(item.putCode != null && { putCode: item.putCode }), ...who },
    });
  }
}
