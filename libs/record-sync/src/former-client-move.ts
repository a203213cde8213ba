import { NoTokenError, TokenProvider } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';
import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { notOurs } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { permitted } from './record-planner.ts';
import { Reconciler } from './reconciler.ts';
import { SecondLook } from './second-look.ts';
import { StepRunner } from './step-runner.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';

/** What former ORCID clients have left of a record: ids of assertions. */
export interface FormerItems {
  /** Their item still stands there, or may: it must not be created yet. */
  readonly standing: ReadonlySet<string>;
  /** Their item was removed by its owner: a decision that holds under every client. */
  readonly removedByOwner: ReadonlySet<string>;
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
    private readonly reconciler: Reconciler,
    private readonly items: RecordItemRepository,
    private readonly runner: StepRunner,
    private readonly secondLook: SecondLook,
    private readonly ledger: ItemLedger,
    private readonly tokens: TokenProvider,
  ) {}

  async run(context: SyncContext): Promise<FormerItems> {
    const standing = new Set<string>();
    const removedByOwner = new Set<string>();
    for (const former of await this.contexts.former(context)) {
      await unlessRefused(() => this.reconciler.reconcile(former));
      await this.move(former);
      for (const { assertionId } of await this.left(former)) standing.add(assertionId);
      for (const { assertionId, state } of await this.items.rowsOf([former.connection.id])) {
        // Of several former clients the last one knows it best.
        if (state === 'removedByOwner') removedByOwner.add(assertionId);
        else removedByOwner.delete(assertionId);
      }
    }
    return { standing, removedByOwner };
  }

  private async move(former: SyncContext): Promise<void> {
    const { id, accessToken } = former.connection;
    for (const item of await this.items.rowsOf([id])) {
      if (item.state === 'missing') await this.settle(former, item);
      else if (item.state === 'present') await this.remove(former, item);
    }
    if (accessToken != null && (await this.left(former)).length === 0) await this.tokens.retire(id);
  }

  /** What stands there, and what a lost answer may have left: a refused token cannot look into that. */
  private async left({ connection }: SyncContext): Promise<ItemRow[]> {
    const open = new Set((await this.items.openIntents(connection.id)).map(({ itemId }) => itemId));
    const rows = await this.items.rowsOf([connection.id]);
    return rows.filter(({ id, state }) => open.has(id) || MAY_STAND.has(state));
  }

  /** A permission that was taken back reads nothing, but removes (orcid-api 4.3), and a removal too says what is gone. */
  private async settle(former: SyncContext, item: ItemRow): Promise<void> {
    if (await unlessRefused(() => this.secondLook.take(former, item))) return;
    await this.remove(former, item);
    const { state } = await this.items.reread(item.id);
    if (state === 'missing') await this.secondLook.believe(former, item);
  }

  /** What no token of ours can change stays where it is, as an item that only a person can settle. */
  private async remove({ connection }: SyncContext, item: ItemRow): Promise<void> {
    const { id: itemId, assertionId, section, putCode } = item;
    if (putCode === null) return;
    const step = { action: 'remove', itemId, assertionId, section, putCode } as const;
    const isCovered = permitted([item], connection.scopes).length > 0;
    const isTaken = isCovered && (await unlessRefused(() => this.runner.run(connection.id, [step])));
    if (!isTaken) await this.ledger.note(itemId, notOurs);
  }
}

const MAY_STAND: ReadonlySet<ItemRow['state']> = new Set(['present', 'missing', 'notOurs']);

/** @returns false when the token is refused, or there is none any more */
async function unlessRefused(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof AccessRevokedError || error instanceof NoTokenError) return false;
    throw error;
  }
}
