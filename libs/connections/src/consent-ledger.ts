import type { OrcidId, Scope } from '@ligature/orcid-model';
import {
  type AuditAction,
  type AuditActor,
  AuditTrail,
  type Connection,
  ConnectionRepository,
  ConsentEvent,
  type ConsentEventKind,
  type Person,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

export interface ConsentEntry {
  readonly kind: ConsentEventKind;
  readonly orcid: OrcidId | null;
  readonly scopes: readonly Scope[];
  /** Which text the person had read, e.g. `2026-11/de`; null where none was shown. */
  readonly shownText: string | null;
  /** Row of the connection, or of the person where there is none. */
  readonly subjectId: string;
}

const AUDITED_AS: Readonly<Record<ConsentEventKind, { readonly actor: AuditActor; readonly action: AuditAction }>> = {
  granted: { actor: 'person', action: 'connection.made' },
  denied: { actor: 'person', action: 'connection.denied' },
  disconnected: { actor: 'person', action: 'connection.disconnected' },
  revoked: { actor: 'orcid', action: 'connection.found-revoked' },
  deactivated: { actor: 'orcid', action: 'connection.found-deactivated' },
};

const BY_OPERATOR = { actor: 'operator', action: 'connection.ended-by-operator' } as const;

/** Where an operator decided and not the person: who, and what else is to be kept of it. */
export interface OperatorDecision {
  readonly by: string;
  readonly [fact: string]: string;
}

/** Who permitted or refused what, and when: the ledger and the audit trail are written in one transaction. */
@Injectable()
export class ConsentLedger {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  record(person: Person, { subjectId, ...entry }: ConsentEntry, decision?: OperatorDecision): void {
    const at = this.clock.now();
    const { institutionId, id: personId } = person;
    this.connections.record(new ConsentEvent({ institutionId, personId, at, ...entry }));
    const { actor, action } = decision === undefined ? AUDITED_AS[entry.kind] : BY_OPERATOR;
    const actorId = actor === 'person' ? personId : null;
    const detail = { scopes: entry.scopes, ...decision };
    this.audit.append({ institutionId, actor, actorId, action, subjectId, detail });
  }

  /** An operator gave a connection to whose it is. */
  moved(from: Person, to: Person, { id: subjectId, orcid, scopes }: Connection, by: string): void {
    const { institutionId } = from;
    const [at, entry] = [this.clock.now(), { institutionId, orcid, scopes, shownText: null }];
    this.connections.record(new ConsentEvent({ ...entry, personId: from.id, at, kind: 'disconnected' }));
    this.connections.record(new ConsentEvent({ ...entry, personId: to.id, at, kind: 'granted' }));
    const detail = { by, from: from.id, to: to.id };
    const moved = { institutionId, actor: 'operator', actorId: null, subjectId, detail } as const;
    this.audit.append({ ...moved, action: 'connection.moved' });
  }

  /** What could not be done, and why. */
  refused(
    { institutionId, id: subjectId }: Person,
    actor: 'person' | 'operator',
    detail: OperatorDecision | { readonly reason: string },
  ): void {
    const actorId = actor === 'person' ? subjectId : null;
    this.audit.append({ institutionId, actor, actorId, action: 'connection.refused', subjectId, detail });
  }
}
