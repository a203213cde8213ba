import { AuditTrail, CodeExchangeRepository, type LostAnswer } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Whose code was sent to ORCID. */
interface CodeOwner {
  readonly institutionId: string;
  readonly personId: string;
}

/**
 * Codes that were sent to ORCID, until it is known what became of them. An answer that is lost may have been a permission,
 * which then stands at ORCID without our having it: that is counted, told to the person, and listed.
 */
@Injectable()
export class CodeExchanges {
  constructor(
    private readonly em: EntityManager,
    private readonly exchanges: CodeExchangeRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  begin(state: string, { institutionId, personId }: CodeOwner): Promise<void> {
    return this.exchanges.begin(institutionId, personId, state, this.clock.now());
  }

  settle(state: string, { institutionId }: Pick<CodeOwner, 'institutionId'>): Promise<void> {
    return this.exchanges.settle(institutionId, state);
  }

  async lose(state: string, { institutionId, personId }: CodeOwner): Promise<void> {
    await this.em.transactional(async () => {
      if (!(await this.exchanges.markLost(institutionId, state, this.clock.now()))) return;
      const entry = { actor: 'orcid', actorId: null, subjectId: personId, detail: {} } as const;
      this.audit.append({ institutionId, ...entry, action: 'permission.lost' });
    });
  }

  isLost(state: string, { institutionId, personId }: CodeOwner): Promise<boolean> {
    return this.exchanges.isLost(institutionId, state, personId);
  }

  /** Oldest first; who has connected since is not among them. */
  lost(institutionId: string, limit: number): Promise<LostAnswer[]> {
    return this.exchanges.lost(institutionId, limit);
  }
}
