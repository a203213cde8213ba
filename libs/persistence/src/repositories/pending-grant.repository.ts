import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { digest } from '../digest.ts';
import { PendingGrant } from '../entities/pending-grant.entity.ts';
import { selectRows } from './rows/select-rows.ts';

const SHOWN = ['id', 'orcid', 'name', 'expiresAt'] as const;

/** A grant that waits to be confirmed, as it is shown: without its tokens. */
export type ShownPendingGrant = Pick<PendingGrant, (typeof SHOWN)[number]>;

/** Who may confirm a grant: the person it came to, in the session in which it came. */
export interface Confirmer {
  readonly personId: string;
  readonly sessionId: string;
}

/** What people granted and have not confirmed yet. */
@Injectable()
export class PendingGrantRepository {
  constructor(private readonly em: EntityManager) {}

  add(grant: PendingGrant): void {
    this.em.persist(grant);
  }

  /** What may still be confirmed at this time by whoever asks. */
  async shownTo(who: Confirmer, at: Date): Promise<ShownPendingGrant | undefined> {
    const [row] = await selectRows(this.em, PendingGrant, { columns: SHOWN, where: openTo(who, at) });
    return row;
  }

  /** The same, to be confirmed: once, however often it is pressed. */
  async find(id: string, who: Confirmer, at: Date): Promise<PendingGrant | null> {
    await this.lock(who.personId);
    return this.em.findOne(PendingGrant, { id, ...openTo(who, at) });
  }

  /** Nothing of the person waits any more; one change at a time. @returns the retired tokens of what did */
  async dropOf(personId: string): Promise<string[]> {
    await this.lock(personId);
    const rows = await this.em.execute<{ id: string }[]>(
      `delete from pending_grant where person_id = ? returning retired_token_id as id`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  private async lock(personId: string): Promise<void> {
    await this.em.execute(`select 1 from person where id = ? for update`, [personId]);
  }
}

function openTo({ personId, sessionId }: Confirmer, at: Date) {
  return { personId, session: digest(sessionId), expiresAt: { $gt: at } };
}
