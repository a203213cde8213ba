import { WantedState } from '@ligature/assertions';
import { Injectable } from '@nestjs/common';
import { cleared, removedByOwner, withdrawn } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import type { SyncContext } from './sync-context.ts';

/** Whose removal it was that left an item absent. */
@Injectable()
export class AbsentItems {
  constructor(
    private readonly wantedState: WantedState,
    private readonly ledger: ItemLedger,
  ) {}

  /**
   * It is proved gone: cleared by ORCID, where a deactivated record was connected again and not looked through yet; else by its
   * owner, unless nobody asserts it any more, for then we meant to remove it.
   */
  async believe(
    { institution, connection }: SyncContext,
    { id, assertionId }: { readonly id: string; readonly assertionId: string },
  ): Promise<void> {
    if (connection.clearedSince != null) return this.ledger.note(id, cleared);
    const { items } = await this.wantedState.ofPerson(institution, connection.personId);
    const isWanted = items.some((wanted) => wanted.assertionId === assertionId);
    await this.ledger.note(id, isWanted ? removedByOwner : withdrawn);
  }
}
