import type { OrcidId, Scope } from '@ligature/orcid-model';
import {
  type AuditAction,
  type AuditActor,
  AuditTrail,
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
}
