import type { OrcidGrant } from '@ligature/orcid-client';
import {
  type Confirmer,
  OrcidClientRepository,
  PendingGrant,
  PendingGrantRepository,
  type Person,
  type ShownPendingGrant,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens, ownerOf } from './connection-tokens.ts';
import type { Tenant } from './grants.ts';

/** How long a person has to look whose iD came back. */
const CONFIRM_WITHIN_S = 600;
/** Longer than that, so that nothing is ended at ORCID while it is being confirmed; the clocks of two machines may differ. */
const ENDED_AFTER_S = 660;

/** What came with a grant. */
export interface GrantedIn {
  readonly sessionId: string;
  /** Which text the person had read before, e.g. `2026-11/de`. */
  readonly shownText: string;
}

/** What was granted and waits to be confirmed: sealed, and ended by itself if it is not. Part of the surrounding transaction. */
@Injectable()
export class HeldGrants {
  constructor(
    private readonly pending: PendingGrantRepository,
    private readonly clients: OrcidClientRepository,
    private readonly tokens: ConnectionTokens,
    private readonly clock: Clock,
  ) {}

  shownTo(who: Confirmer): Promise<ShownPendingGrant | undefined> {
    return this.pending.shownTo(who, this.clock.now());
  }

  /** What waited before for this person is ended: the last answer counts. */
  async hold(institution: Tenant, person: Pick<Person, 'id'>, grant: OrcidGrant, given: GrantedIn): Promise<void> {
    await this.drop(person);
    const orcidClientId = await this.clients.idOf(institution.id, grant.clientId);
    const owner = ownerOf(institution, person, grant, orcidClientId);
    const { token, refreshToken } = await this.tokens.hold(owner, grant, ENDED_AFTER_S);
    const { orcid, name, scopes, expiresAt: tokenExpiresAt } = grant;
    const expiresAt = new Date(this.clock.now().getTime() + CONFIRM_WITHIN_S * 1000);
    const facts = { orcid, name, scopes, refreshToken, tokenExpiresAt, expiresAt, ...given };
    this.pending.add(new PendingGrant({ personId: person.id, retiredTokenId: token.id, ...facts }));
  }

  /** What was granted, for whoever may confirm it, and which text they had read. @returns undefined when it is too late */
  async take(id: string, who: Confirmer): Promise<{ grant: OrcidGrant; shownText: string } | undefined> {
    const held = await this.pending.find(id, who, this.clock.now());
    if (held === null) return undefined;
    const taken = await this.tokens.takeBack(held.retiredTokenId, held.refreshToken ?? null);
    if (taken === undefined) return undefined;
    const { orcidClientId, ...tokens } = taken;
    const { clientId } = await this.clients.get(orcidClientId);
    const { orcid, scopes, tokenExpiresAt: expiresAt, shownText } = held;
    return { grant: { orcid, clientId, name: held.name ?? null, scopes, expiresAt, ...tokens }, shownText };
  }

  /** @returns whether anything waited */
  async drop({ id }: Pick<Person, 'id'>): Promise<boolean> {
    const ended = await this.pending.dropOf(id);
    await this.tokens.endNow(ended);
    return ended.length > 0;
  }
}
