import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { JobName } from './jobs.ts';

/** Jobs that failed for one cause, and that nobody tries any more. */
export interface FailedJobGroup {
  readonly name: JobName;
  /** Name of the error that the last try failed with. */
  readonly cause: string;
  readonly count: number;
  readonly since: Date;
}

/**
 * What was given up and not made good by another job of the same key, which was done or enqueued after it, or is still to be
 * done: pg-boss fails a job at once that is to be tried again while another of its key waits for that already.
 */
const GIVEN_UP = `
select job.id, job.name, job.group_id, job.singleton_key, job.completed_on, coalesce(job.output->>'error', 'unknown') as cause
  from pgboss.job
 where job.state = 'failed'
   and not exists (select 1 from pgboss.job other
                    where other.name = job.name and other.singleton_key = job.singleton_key and other.id <> job.id
                      and (other.state <= 'active'
                           or (other.state = 'completed' and other.completed_on > job.completed_on)
                           or (other.created_on, other.id) > (job.created_on, job.id)))`;

/** Institution. */
const GROUPS = `
select name, cause, count(*)::int as count, min(completed_on) as since
  from (${GIVEN_UP}) given_up where group_id = ? group by name, cause order by count(*) desc, name, cause`;

/** Institution, cause, cause. */
const TRY_AGAIN = `
update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = now()
  from (${GIVEN_UP}) given_up
 where job.id = given_up.id and job.name = given_up.name and given_up.group_id = ?
   and (?::text is null or given_up.cause = ?)
returning 1`;

/** The jobs that the queue has given up: seen, and tried again. pg-boss keeps them for a week. */
@Injectable()
export class FailedJobs {
  constructor(private readonly em: EntityManager) {}

  async of(institutionId: string): Promise<FailedJobGroup[]> {
    const rows = await this.em.execute<(Omit<FailedJobGroup, 'since'> & { since: string })[]>(GROUPS, [institutionId]);
    return rows.map((row) => ({ ...row, since: new Date(row.since) }));
  }

  /** Of all institutions. */
  async count(): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(*)::int as count from (${GIVEN_UP}) given_up`,
    );
    return row?.count ?? 0;
  }

  /** @param cause only jobs that failed for this one @returns how many are tried again now */
  async tryAgain(institutionId: string, cause?: string): Promise<number> {
    const rows = await this.em.execute<object[]>(TRY_AGAIN, [institutionId, cause ?? null, cause ?? null]);
    return rows.length;
  }
}
