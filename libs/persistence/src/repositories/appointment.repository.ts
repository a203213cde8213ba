import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Appointment, type AppointmentFacts } from '../entities/appointment.entity.ts';
import { FeedImport } from '../entities/feed-import.entity.ts';

/** A job as one row of an export states it. */
export type StatedAppointment = AppointmentFacts & { readonly staffId: string; readonly jobId: string };

export type UpsertedJob = JobKey & { readonly added: boolean };

const FACTS = [
  'organization_name',
  'city',
  'region',
  'country',
  'ror_id',
  'department',
  'role',
  'start_date',
  'end_date',
  'url',
] as const;

/** What the institution's HR export says, kept as the wanted state. */
@Injectable()
export class AppointmentRepository {
  constructor(private readonly em: EntityManager) {}

  ofStaff(institutionId: string, staffIds: readonly string[]): Promise<Appointment[]> {
    return this.em.find(
      Appointment,
      { institutionId, staffId: { $in: [...staffIds] } },
      { orderBy: { staffId: 'asc', jobId: 'asc' } },
    );
  }

  /** One import of an institution's export at a time, until the transaction ends. */
  async lock(institutionId: string): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtext('feed-import'), hashtext(?))`, [institutionId]);
  }

  /**
   * Adds and changes a batch in one statement; a job that is stated again as it was stays untouched.
   * @returns the jobs that were added or changed
   */
  async upsert(institutionId: string, stated: readonly StatedAppointment[], at: Date): Promise<UpsertedJob[]> {
    return this.em.execute<UpsertedJob[]>(UPSERT, [institutionId, at, JSON.stringify(stated.map(toRow))]);
  }

  /** Marks every job of the institution that `listed` does not name as absent since `day`. @returns how many are newly absent */
  async markAbsent(institutionId: string, listed: readonly JobKey[], day: string, at: Date): Promise<number> {
    const rows = await this.em.execute<object[]>(MARK_ABSENT, [day, at, institutionId, JSON.stringify(listed)]);
    return rows.length;
  }

  /** How many jobs are known and not absent. */
  countPresent(institutionId: string): Promise<number> {
    return this.em.count(Appointment, { institutionId, absentSince: null });
  }

  latestImport(institutionId: string): Promise<FeedImport | null> {
    return this.em.findOne(FeedImport, { institutionId }, { orderBy: { importedAt: 'desc', id: 'desc' } });
  }

  recordImport(report: FeedImport): void {
    this.em.persist(report);
  }
}

export interface JobKey {
  readonly staffId: string;
  readonly jobId: string;
}

function toRow(stated: StatedAppointment): object {
  return {
    id: newId(),
    staff_id: stated.staffId,
    job_id: stated.jobId,
    organization_name: stated.organizationName,
    city: stated.city,
    region: stated.region,
    country: stated.country,
    ror_id: stated.rorId,
    department: stated.department,
    role: stated.role,
    start_date: stated.startDate,
    end_date: stated.endDate,
    url: stated.url,
  };
}

const list = (prefix: string): string => FACTS.map((column) => `${prefix}${column}`).join(', ');

const UPSERT = `
insert into appointment as known (id, institution_id, staff_id, job_id, ${list('')}, changed_at)
select stated.id, given.institution_id, stated.staff_id, stated.job_id, ${list('stated.')}, given.at
  from (select ?::uuid as institution_id, ?::timestamptz as at) as given,
       jsonb_to_recordset(?::jsonb) as stated (id uuid, staff_id text, job_id text, ${FACTS.map((c) => `${c} text`).join(', ')})
on conflict (institution_id, staff_id, job_id) do update
  set (${list('')}, absent_since, changed_at) = (${list('excluded.')}, null, excluded.changed_at)
  where (${list('known.')}, known.absent_since) is distinct from (${list('excluded.')}, null)
returning known.staff_id as "staffId", known.job_id as "jobId", (xmax = 0) as added`;

const MARK_ABSENT = `
update appointment as known set absent_since = ?::date, changed_at = ?
 where known.institution_id = ? and known.absent_since is null
   and not exists (
     select from jsonb_to_recordset(?::jsonb) as listed ("staffId" text, "jobId" text)
      where listed."staffId" = known.staff_id and listed."jobId" = known.job_id)
returning 1`;
