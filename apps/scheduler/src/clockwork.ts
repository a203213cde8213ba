import { type Institution, InstitutionRepository, JobQueue } from '@ligature/persistence';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import type { ScheduledTask } from './tasks/scheduled-task.ts';
import { Tasks } from './tasks/tasks.ts';

/** Two replicas tick together; one of their jobs is kept. */
const ONE_TICK_SECONDS = 55;

/** Puts every task of every institution into the queue at its time, in the institution's own time zone. */
@Injectable()
export class Clockwork {
  private readonly logger = new Logger(Clockwork.name);

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly institutions: InstitutionRepository,
    private readonly tasks: Tasks,
    private readonly queue: JobQueue,
    private readonly orm: MikroORM,
  ) {}

  async start(): Promise<void> {
    const institutions = await RequestContext.create(this.orm.em, () => this.institutions.all());
    for (const institution of institutions) for (const task of this.tasks.all()) this.add(institution, task);
  }

  private add({ id: institutionId, slug, timeZone }: Institution, { id: task, cron }: ScheduledTask): void {
    const job = CronJob.from({
      cronTime: cron,
      timeZone,
      onTick: () => {
        this.queue
          .enqueue(
            'run-task',
            { task, institutionId },
            { key: `${task} ${institutionId}`, onceInSeconds: ONE_TICK_SECONDS },
          )
          .catch((error: unknown) => {
            this.logger.error({ msg: 'A task could not be put into the queue.', task, err: error });
          });
      },
    });
    this.registry.addCronJob(`${slug} ${task}`, job);
    job.start();
  }
}
