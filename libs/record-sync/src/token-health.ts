import { TokenProvider } from '@ligature/connections';
import {
  AccessRevokedError,
  RecordDeactivatedError,
  RecordDeprecatedError,
  RecordLockedError,
  SectionCalls,
} from '@ligature/orcid-client';
import {
  type Connection,
  ConnectionRepository,
  InstitutionRepository,
  RecordItemRepository,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import { SeenItems } from './seen-items.ts';
import { removedByOwner } from './item-changes.ts';

/** Asks ORCID whether a permission still stands, and sees in the same look which of our items the owner removed. */
@Injectable()
export class TokenHealth {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: ConnectionRepository,
    private readonly institutions: InstitutionRepository,
    private readonly items: RecordItemRepository,
    private readonly tokens: TokenProvider,
    private readonly sections: SectionCalls,
    private readonly ledger: ItemLedger,
    private readonly clock: Clock,
  ) {}

  /**
   * One call to ORCID. Only an explicit "invalid token" ends the connection; a record that is locked, deactivated or
   * merged says nothing of the permission.
   * @throws when ORCID is down or busy: the question is asked again later
   */
  async check(connectionId: string): Promise<void> {
    const connection = await this.connections.get(connectionId);
    if (!connection.isActive) return;
    try {
      const seen = await this.tokens.withAccessToken(connectionId, (access) =>
        this.sections.itemsIn(access, 'employment'),
      );
      const institution = await this.institutions.get(connection.institutionId);
      await this.noteRemovals(connection, new SeenItems(seen, institution.orcidClientId));
      await this.noteAccepted(connectionId);
    } catch (error) {
      if (!SAYS_ENOUGH.some((type) => error instanceof type)) throw error;
    }
  }

  private async noteRemovals({ id }: Connection, seen: SeenItems): Promise<void> {
    for (const { id: itemId, state, putCode } of await this.items.ofConnections([id])) {
      if (state === 'present' && putCode != null && !seen.has(putCode)) await this.ledger.note(itemId, removedByOwner);
    }
  }

  private async noteAccepted(connectionId: string): Promise<void> {
    await this.em.transactional(async () => {
      (await this.connections.getForUpdate(connectionId)).markChecked(this.clock.now());
    });
  }
}

/** After these the question is answered, or cannot be before somebody acts. */
const SAYS_ENOUGH = [AccessRevokedError, RecordDeactivatedError, RecordDeprecatedError, RecordLockedError];
