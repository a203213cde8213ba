import { type Institution, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { BlockedRecordError } from './blocked-record.error.ts';
import { StepRunner } from './step-runner.ts';
import { unlessRefused } from './unless-refused.ts';
import { Worklist, type WorklistEntry } from './worklist.ts';

/**
 * What became of a decision to remove an item.
 * - `not-listed`: it is not on the worklist.
 * - `owner-only`: no token of ours could remove it.
 * - `refused`: ORCID refused the token, or the record takes nothing; the item stays on the worklist.
 * - `not-found`: ORCID did not find it; it is not on the worklist any more.
 */
export type RemovalOutcome = 'removed' | 'not-listed' | 'owner-only' | 'refused' | 'not-found';

/** Removes an item of the worklist, because a person decided so. */
@Injectable()
export class WorklistRemoval {
  constructor(
    private readonly worklist: Worklist,
    private readonly runner: StepRunner,
    private readonly items: RecordItemRepository,
  ) {}

  /**
   * @param by who decides; kept in the audit trail
   * @throws when ORCID is down or busy: then it may be asked for again
   */
  async remove(institution: Institution, itemId: string, by: string): Promise<RemovalOutcome> {
    const entry = await this.find(institution, itemId);
    if (entry === undefined) return 'not-listed';
    if (!entry.isRemovable) return 'owner-only';
    if (!(await this.run(entry, by))) return 'refused';
    const { state } = await this.items.reread(itemId);
    return OUTCOMES[state] ?? 'refused';
  }

  private async find(institution: Institution, itemId: string): Promise<WorklistEntry | undefined> {
    for await (const entry of this.worklist.of(institution)) if (entry.item.itemId === itemId) return entry;
    return undefined;
  }

  private async run({ item, assertionId }: WorklistEntry, by: string): Promise<boolean> {
    const { itemId, section, putCode, connectionId } = item;
    const step = { action: 'remove', itemId, assertionId, section, putCode } as const;
    try {
      const decider = { actor: 'operator', actorId: null, by } as const;
      return await unlessRefused(() => this.runner.run(connectionId, [step], decider));
    } catch (error) {
      if (error instanceof BlockedRecordError) return false;
      throw error;
    }
  }
}

const OUTCOMES: Readonly<Partial<Record<string, RemovalOutcome>>> = { withdrawn: 'removed', missing: 'not-found' };
