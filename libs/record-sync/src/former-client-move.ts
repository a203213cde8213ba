import { TokenProvider } from '@ligature/connections';
import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { FormerItemRemoval } from './former-item-removal.ts';
import { FormerReconciler } from './former-reconciler.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';

/** What former ORCID clients have left of a record: ids of assertions. */
export interface FormerItems {
  /** Their item still stands there, or may: it must not be created yet. */
  readonly standing: ReadonlySet<string>;
  /** Their item was removed by its owner: a decision that holds under every client. */
  readonly removedByOwner: ReadonlySet<string>;
  /** What their rows know of, wherever it is now. */
  readonly rows: readonly ItemRow[];
}

/**
 * Moves what a former ORCID client of the institution wrote to the client that a person connected under again: each item is
 * removed with the old token before it is created with the new one, so that it never stands there twice. The old token is
 * ended when nothing is left that needs it.
 */
@Injectable()
export class FormerClientMove {
  constructor(
    private readonly contexts: SyncContexts,
    private readonly reconciler: FormerReconciler,
    private readonly items: RecordItemRepository,
    private readonly removal: FormerItemRemoval,
    private readonly tokens: TokenProvider,
  ) {}

  async run(context: SyncContext): Promise<FormerItems> {
    const standing = new Set<string>();
    const removedByOwner = new Set<string>();
    const rows: ItemRow[] = [];
    for (const former of await this.contexts.former(context)) {
      await this.reconciler.reconcile(former);
      await this.move(former, context);
      for (const { assertionId } of await this.left(former)) standing.add(assertionId);
      const own = await this.items.rowsOf([former.connection.id]);
      rows.push(...own);
      for (const { assertionId, state } of own) {
        // Of several former clients the last one that wrote it knows it best.
        if (state === 'removedByOwner') removedByOwner.add(assertionId);
        else if (state !== 'wanted') removedByOwner.delete(assertionId);
      }
    }
    return { standing, removedByOwner, rows };
  }

  private async move(former: SyncContext, current: SyncContext): Promise<void> {
    const { id, accessToken } = former.connection;
    await this.removal.removeAll(former, await this.items.rowsOf([id]), current);
    if (accessToken != null && (await this.left(former)).length === 0) await this.tokens.retire(id);
  }

  /** What stands there, and what a lost answer may have left. */
  private async left({ connection }: SyncContext): Promise<ItemRow[]> {
    const open = new Set((await this.items.openIntents(connection.id)).map(({ itemId }) => itemId));
    const rows = await this.items.rowsOf([connection.id]);
    return rows.filter(({ id, state }) => open.has(id) || MAY_STAND.has(state));
  }
}

const MAY_STAND: ReadonlySet<ItemRow['state']> = new Set(['present', 'missing', 'notOurs']);
