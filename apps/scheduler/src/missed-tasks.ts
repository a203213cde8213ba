import { InstitutionRepository, JobQueue, TaskRunRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable, Logger } from '@nestjs/common';
import { CronTime } from 'cron';
import { Tasks } from './tasks/tasks.ts';

/** Tasks whose time came while no process ran: done once, at the next start, in the order of the schedule. */
@Injectable()
export class MissedTasks {
  private readonly logger = new Logger(MissedTasks.name);

  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly runs: TaskRunRepository,
    private readonly tasks: Tasks,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** What has never run was not missed: its first time is yet to come. @returns how many were put into the queue */
  async catchUp(): Promise<number> {
    const now = this.clock.now();
    let missed = 0;
    for (const { id: institutionId, timeZone } of await this.institutions.all()) {
      const lastOf = new Map((await this.runs.latest(institutionId)).map(({ task, startedAt }) => [task, startedAt]));
      for (const { id: task, cron } of this.tasks.all()) {
        const last = lastOf.get(task);
        if (last === undefined || nextAfter(last, cron, timeZone) > now) continue;
        this.logger.log({ msg: 'A task was missed, and is done now.', task, last });
        await this.queue.enqueue(
          'run-task',
          { task, institutionId },
          { institutionId, key: `${task} ${institutionId}` },
        );
        missed++;
      }
    }
    return missed;
  }
}

function nextAfter(last: Date, cron: string, timeZone: string): Date {
  return new CronTime(cron, timeZone).getNextDateFrom(last, timeZone).toJSDate();
}
