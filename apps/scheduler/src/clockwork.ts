import { type Institution, InstitutionRepository, JobQueue } from '@ligature/persistence';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import type { ScheduledTask } from './tasks/scheduled-task.ts';
import { Tasks } from './tasks/tasks.ts';

/** Two replicas tick together; one of their jobs is kept. */
const ONE_TICK_SECONDS = 55;
const EVERY_MINUTE = '* * * * *';

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

  /** From now on; an institution that is new, or has moved to another time zone, is noticed within a minute. */
  async start(): Promise<void> {
    await this.keepUp();
    const onTick = () => {
      this.keepUp().catch((error: unknown) => {
        this.logger.error({ msg: 'The institutions could not be read.', err: error });
      });
    };
    this.registry.addCronJob('keep up', CronJob.from({ cronTime: EVERY_MINUTE, onTick, start: true }));
  }

  async keepUp(): Promise<void> {
    const institutions = await RequestContext.create(this.orm.em, () => this.institutions.all());
    for (const institution of institutions) for (const task of this.tasks.all()) this.set(institution, task);
  }

  private set({ id: institutionId, slug, timeZone }: Institution, { id: task, cron }: ScheduledTask): void {
    const name = `${slug} ${task}`;
    if (this.registry.doesExist('cron', name)) {
      if (this.registry.getCronJob(name).cronTime.timeZone === timeZone) return;
      this.registry.deleteCronJob(name);
    }
    const job = CronJob.from({
      cronTime: cron,
      timeZone,
      onTick: () => {
        this.queue
          .enqueue(
            'run-task',
            { task, institutionId },
            { institutionId, key: `${task} ${institutionId}`, onceInSeconds: ONE_TICK_SECONDS },
          )
          .catch((error: unknown) => {
            this.logger.error({ msg: 'A task could not be put into the queue.', task, err: error });
          });
      },
    });
    this.registry.addCronJob(name, job);
    job.start();
  }
}
