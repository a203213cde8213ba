import { ConnectionRepository, type RecordItem, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { cleared } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { RecordReader } from './record-reader.ts';
import type { SyncContext } from './sync-context.ts';

const MAY_BE_CLEARED: ReadonlySet<RecordItem['state']> = new Set(['present', 'missing']);

/**
 * ORCID clears a record that its owner deactivates (ORCID-Source, ProfileEntityManagerImpl.deactivateRecord). When it is
 * connected again and nothing of ours is left, it is written again: it was not its owner who took it off. Where something
 * is left, the record was not cleared, and what is missing is looked for as ever.
 */
@Injectable()
export class ReactivatedRecord {
  constructor(
    private readonly items: RecordItemRepository,
    private readonly connections: ConnectionRepository,
    private readonly reader: RecordReader,
    private readonly ledger: ItemLedger,
  ) {}

  /** Costs nothing but after a deactivation: then a list, and where it lacks all, a look at each item at its own address. */
  async lookThrough({ connection: { id, clearedSince } }: SyncContext): Promise<void> {
    if (clearedSince == null) return;
    const known = (await this.items.ofConnections([id])).filter(({ state }) => MAY_BE_CLEARED.has(state));
    const seen = known.length === 0 ? undefined : await this.reader.items(id);
    const isListed = ({ section, putCode }: RecordItem): boolean =>
      putCode != null && seen?.find(section, putCode) !== undefined;
    if (!known.some(isListed)) for (const item of known) await this.settle(id, item);
    await this.connections.markLookedThrough(id);
  }

  private async settle(connectionId: string, { id, section, putCode }: RecordItem): Promise<void> {
    if (putCode == null || (await this.reader.stands(connectionId, section, putCode))) return;
    await this.ledger.note(id, cleared);
  }
}
