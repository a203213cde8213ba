import type { OrcidGrant } from '@ligature/orcid-client';
import { AuditTrail, type Confirmer, type Person, type ShownPendingGrant } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ConnectOutcome } from './connect-outcome.ts';
import { Connections } from './connections.ts';
import type { Tenant } from './grants.ts';
import { type GrantedIn, HeldGrants } from './held-grants.ts';
import { PermissionLostError } from './permission-lost.error.ts';
import { OrcidRevocation, type UnkeptGrant } from './orcid-revocation.ts';

/** What became of a fresh grant: kept, refused, or waiting for the person to say that the iD is theirs. */
export type ReceiveOutcome = ConnectOutcome | { readonly kind: 'to-confirm' };

/** What came of confirming; `expired` when nothing waits any more that this person may confirm in this session. */
export type ConfirmOutcome = ConnectOutcome | { readonly kind: 'expired' };

/**
 * ORCID answers for whoever is signed in at ORCID in a browser, which on a shared computer may be somebody else. So a person
 * who connects an iD is asked whether it is theirs; until then nothing is read, written or listed by it.
 */
@Injectable()
export class Confirmations {
  constructor(
    private readonly em: EntityManager,
    private readonly connections: Connections,
    private readonly held: HeldGrants,
    private readonly revocation: OrcidRevocation,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes a fresh grant in. What cannot be kept, for whatever reason, is ended at ORCID.
   * @throws why it could not be kept; PermissionLostError when it could not be ended either
   */
  async receive(
    institution: Tenant,
    person: Pick<Person, 'id'>,
    grant: OrcidGrant,
    given: GrantedIn,
  ): Promise<ReceiveOutcome> {
    try {
      return await this.keepOrHold(institution, person, grant, given);
    } catch (error) {
      if ((await this.revocation.endUnkept(institution, person, grant)) === 'lost')
        throw new PermissionLostError({ cause: error });
      throw error;
    }
  }

  /** ORCID granted something that cannot be read: it is ended there. @throws PermissionLostError when it cannot be */
  async giveBack(institution: Tenant, person: Pick<Person, 'id'>, granted: Omit<UnkeptGrant, 'orcid'>): Promise<void> {
    const end = await this.revocation.endUnkept(institution, person, { ...granted, orcid: null });
    if (end === 'lost') throw new PermissionLostError();
  }

  /** What waits for this person in this session. */
  find(who: Confirmer): Promise<ShownPendingGrant | undefined> {
    return this.held.shownTo(who);
  }

  /** The person says that the iD is theirs. @param id which grant they were shown */
  confirm(institution: Tenant, id: string, who: Confirmer): Promise<ConfirmOutcome> {
    return this.em.transactional(async () => {
      const taken = await this.held.take(id, who);
      if (taken === undefined) return { kind: 'expired' };
      return this.connections.connect(institution, { id: who.personId }, taken.grant, taken.shownText);
    });
  }

  /** The person says that it is not, or wants none: the permission is ended at ORCID, now. */
  async decline(person: Pick<Person, 'id' | 'institutionId'>): Promise<void> {
    const { id: actorId, institutionId } = person;
    await this.em.transactional(async () => {
      if (!(await this.held.drop(person))) return;
      const entry = { institutionId, actor: 'person', actorId, subjectId: actorId, detail: {} } as const;
      this.audit.append({ ...entry, action: 'connection.not-confirmed' });
    });
  }

  private async keepOrHold(
    institution: Tenant,
    person: Pick<Person, 'id'>,
    grant: OrcidGrant,
    given: GrantedIn,
  ): Promise<ReceiveOutcome> {
    const isNew = await this.connections.isNew(institution, person, grant);
    if (!isNew) return this.connections.connect(institution, person, grant, given.shownText);
    await this.em.transactional(() => this.held.hold(institution, person, grant, given));
    return { kind: 'to-confirm' };
  }
}
