import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { AuditEvent } from './entities/audit-event.entity.ts';

export type AuditEntry = Omit<ConstructorParameters<typeof AuditEvent>[0], 'at'>;

/** Who did what, when, to which row. An entry is written with the change it tells of, in the same transaction. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Adds the entry to the work of the surrounding transaction. */
  append(entry: AuditEntry): void {
    this.em.persist(new AuditEvent({ ...entry, at: this.clock.now() }));
  }
}
