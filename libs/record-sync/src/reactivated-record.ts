import { ConnectionRepository, type RecordItem, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { cleared } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordReader } from './record-reader.ts';
import type { SyncContext } from './sync-context.ts';

const MAY_BE_CLEARED: ReadonlySet<RecordItem['state']> = new Set(['present', 'missing']);

/**
 * ORCID clears a record that its owner deactivates (ORCID-Source, ProfileEntityManagerImpl.deactivateRecord). When it is
 * connected again, what is gone is written again: it was not its owner who took it off.
 */
@Injectable()
export class ReactivatedRecord {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly connections: ConnectionRepository,
    private readonly reader: RecordReader,
    private readonly ledger: ItemLedger,
  ) {}

  /** Costs nothing but after a deactivation: then a list, and a look at each item that it lacks at its own address. */
  async lookThrough({ connection: { id, reactivatedAt } }: SyncContext): Promise<void> {
    if (reactivatedAt == null) return;
    const known = (await this.items.ofConnections([id])).filter(({ state }) => MAY_BE_CLEARED.has(state));
    const seen = known.length === 0 ? undefined : await this.reader.items(id);
    for (const item of known) {
      if (item.putCode == null || seen?.find(item.section, item.putCode) !== undefined) continue;
      if (!(await this.reader.stands(id, item.section, item.putCode))) await this.ledger.note(item.id, cleared);
    }
    await this.connections.markLookedThrough(id);
  }
}
