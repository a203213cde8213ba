import { TokenProvider } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';
import { type ItemRow, RecordItemRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { notOurs } from './item-changes.ts';
import { ItemLedger } from './item-ledger.ts';
import { Reconciler } from './reconciler.ts';
import { SecondLook } from './second-look.ts';
import { StepRunner } from './step-runner.ts';
import { type SyncContext, SyncContexts } from './sync-context.ts';

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

  /** @returns the assertions whose item still stands under a former client, so that it must not be created yet */
  async run(context: SyncContext): Promise<ReadonlySet<string>> {
    const standing = new Set<string>();
    for (const former of await this.contexts.former(context)) {
      await this.reconciler.reconcile(former);
      for (const assertionId of await this.move(former)) standing.add(assertionId);
    }
    return standing;
  }

  private async move({ connection }: SyncContext): Promise<string[]> {
    for (const item of await this.items.rowsOf([connection.id])) {
      if (item.state === 'missing') await this.secondLook.take(item);
      else if (item.state === 'present') await this.remove(item);
    }
    const left = (await this.items.rowsOf([connection.id])).filter(mayStillStand);
    if (left.length === 0) await this.tokens.retire(connection.id);
    return left.map(({ assertionId }) => assertionId);
  }

  /** A refused old token leaves the item where it is, as one that only a person can settle. */
  private async remove({ id: itemId, assertionId, section, putCode, connectionId }: ItemRow): Promise<void> {
    if (putCode === null) return;
    try {
      await this.runner.run(connectionId, [{ action: 'remove', itemId, assertionId, section, putCode }]);
    } catch (error) {
      if (!(error instanceof AccessRevokedError)) throw error;
      await this.ledger.note(itemId, notOurs);
    }
  }
}

function mayStillStand({ state }: ItemRow): boolean {
  return state === 'present' || state === 'missing' || state === 'notOurs';
}
