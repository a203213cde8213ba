import { type WantedContent, WantedState } from '@ligature/assertions';
import type { PutCode, Section } from '@ligature/orcid-model';
import { type Connection, type ItemState, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { plan } from './plan.ts';
import { permitted } from './record-planner.ts';

/** One thing the institution says of a person, and where it stands on their record. */
export interface OverviewItem {
  /** Row of the item; null while there is none. */
  readonly id: string | null;
  readonly section: Section;
  readonly content: WantedContent;
  readonly state: ItemState;
  /** Set while the item is on the record, or was when it was last seen. */
  readonly putCode: PutCode | null;
  /** Whether the permission covers writing it. */
  readonly isPermitted: boolean;
  /** Whether something is still to be written. */
  readonly isPending: boolean;
  /** Whether it waits for somebody at the institution to release it. */
  readonly isHeld: boolean;
  readonly writtenAt: Date | null;
  /** Why ORCID did not take it, in ORCID's words. */
  readonly problem: string | null;
}

/** What a person may see of what is written on their record. */
@Injectable()
export class RecordOverview {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
  ) {}

  async of(
    institution: Parameters<WantedState['of']>[0],
    connection: Pick<Connection, 'id' | 'personId' | 'scopes'>,
  ): Promise<OverviewItem[]> {
    const { items: wanted } = await this.wantedState.ofPerson(institution, connection.personId);
    const allowed = permitted(wanted, connection.scopes);
    const shown = new Map((await this.items.shownOf(connection.id)).map((item) => [item.assertionId, item]));
    const pending = new Set(plan(allowed, await this.items.rowsOf([connection.id])).map(({ itemId }) => itemId));
    return wanted.map((one) => {
      const item = shown.get(one.assertionId);
      const isPermitted = allowed.includes(one);
      return {
        id: item?.id ?? null,
        section: one.section,
        content: one.content,
        state: item?.state ?? 'wanted',
        putCode: item?.putCode ?? null,
        isPermitted,
        isPending: isPermitted && item?.isHeld !== true && (item === undefined || pending.has(item.id)),
        isHeld: item?.isHeld ?? false,
        writtenAt: item?.writtenAt ?? null,
        problem: item?.problem?.message ?? null,
      };
    });
  }
}
