import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditActor } from '../../entities/audit-event.entity.ts';

/** One line of the trail, as it is shown. */
export interface AuditRow {
  readonly at: Date;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly detail: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Person, institution, at most so many: entries about the person and what belongs to them, the newest first. */
const OF_PERSON = `
with given as (select ?::uuid as person_id, ?::uuid as institution_id),
subject as (
  select person_id as id from given
  union all select connection.id from connection join given using (person_id)
  union all select item.id from record_item item join connection on connection.id = item.connection_id join given using (person_id)
  union all select person_case.id from person_case join given on given.person_id in (person_case.person_id, person_case.other_person_id))
select at, actor, action, detail from audit_event
 where institution_id = (select institution_id from given) and subject_id in (select id from subject)
 order by audit_event.id desc limit ?`;

/** The audit trail as it is read. */
@Injectable()
export class AuditRows {
  constructor(private readonly em: EntityManager) {}

  /** The newest entries about a person, their connections, items and cases, the oldest of them first. */
  async ofPerson(institutionId: string, personId: string, most: number): Promise<AuditRow[]> {
    type Row = Omit<AuditRow, 'at'> & { readonly at: string };
    const rows = await this.em.execute<Row[]>(OF_PERSON, [personId, institutionId, most]);
    return rows.map((row) => ({ ...row, at: new Date(row.at) })).toReversed();
  }
}
