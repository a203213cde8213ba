import { setTimeout } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  fromKysely,
  type JobResult,
  type JobWithMetadata,
  type KyselyTransactionLike,
  PgBoss,
  type WorkOptions,
} from 'pg-boss';
import { PersistenceConfig } from '../persistence.config.ts';
import { type JobName, type Jobs, PRIORITY } from './jobs.ts';

export interface EnqueueOptions {
  /** Whose work it is: one institution's backlog leaves room for the others'. */
  readonly institutionId: string;
  /** Jobs of one name and key are never worked on at the same time, and at most one of them waits. */
  readonly key: string;
  readonly priority?: (typeof PRIORITY)[keyof typeof PRIORITY];
  /** Not before so many seconds have passed. */
  readonly afterSeconds?: number;
  /** At most one such job in this many seconds, also when the first is done: many clocks, one tick. */
  readonly onceInSeconds?: number;
}

/**
 * pg-boss leaves alone every key that it last saw at work, also when that work is long done, until it looks again (pg-boss
 * issue 612; `singletonsActive` in its manager.js). It looks every minute, and so would keep people waiting for two.
 */
const FORGETS_SOON = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, queueCacheIntervalSeconds: 1 };
/** Between two looks for work that pg-boss leaves alone for the moment. */
const LOOK_AGAIN_MS = 500;

/**
 * How many jobs of a kind one process works on at once. A batch of pg-boss begins when the one before has ended, so many
 * small ones run side by side: a long job keeps its own place busy and no other.
 */
export interface Places {
  /** For one institution's jobs. */
  readonly perInstitution: number;
  /** Beside those, for jobs somebody waits for: no backlog, of whichever institution, can take them. */
  readonly people: number;
}

/** What became of a job. */
export interface LatestJob {
  /** Whether it was done; one that has ended and is not done came to nothing. */
  readonly isDone: boolean;
  readonly enqueuedAt: Date;
  /** Null while it waits or is worked on. */
  readonly endedAt: Date | null;
}

/** Two, since pg-boss goes on at once after a full batch, but not after full batches of one (its manager.js, `resolveInterval`). */
const BATCH = 2;

/** What is done with a job; `isAwaited` when somebody waits for it at a screen. */
type Work<N extends JobName> = (data: Jobs[N], isAwaited: boolean) => Promise<void>;

/** The queue of work to be done, in the same database as what it is about (pg-boss). */
@Injectable()
export class JobQueue implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(JobQueue.name);
  private readonly boss: PgBoss;

  constructor(
    private readonly em: EntityManager,
    config: PersistenceConfig,
  ) {
    this.boss = new PgBoss({
      connectionString: config.url,
      max: 4,
      migrate: false,
      createSchema: false,
      schedule: false,
      useListenNotify: true,
      ...FORGETS_SOON,
    });
    // pg-boss goes on by itself; without a listener its error event would end the process.
    this.boss.on('error', ({ name, message }) => {
      this.logger.warn({ msg: 'The queue met an error, and goes on.', name, reason: message });
    });
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 20_000 });
  }

  /** Adds a job; inside a transaction of the entity manager it is added with the rest or not at all. */
  async enqueue<N extends JobName>(
    name: N,
    data: Jobs[N],
    { institutionId, key, priority = PRIORITY.bulk, afterSeconds, onceInSeconds }: EnqueueOptions,
  ): Promise<void> {
    const later = afterSeconds === undefined ? {} : { startAfter: afterSeconds };
    const once = onceInSeconds === undefined ? {} : { singletonSeconds: onceInSeconds };
    const group = { id: institutionId };
    await this.boss.send(name, data, { singletonKey: key, group, priority, ...later, ...once, ...this.transaction() });
  }

  /** Somebody waits for it: the record of this connection is brought up to date before others. */
  async syncForPerson({
    id: connectionId,
    institutionId,
  }: {
    readonly id: string;
    readonly institutionId: string;
  }): Promise<void> {
    await this.enqueue(
      'sync-record',
      { connectionId },
      { institutionId, key: connectionId, priority: PRIORITY.person },
    );
  }

  /** Adds many jobs in one statement. */
  async enqueueAll<N extends JobName>(name: N, jobs: readonly (EnqueueOptions & { data: Jobs[N] })[]): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ data, institutionId, key, priority = PRIORITY.bulk }) => ({
      data,
      singletonKey: key,
      group: { id: institutionId },
      priority,
    }));
    await this.boss.insert(name, rows, this.transaction());
  }

  /**
   * Works on jobs as they come until the process stops; a job whose work throws is tried again later. More than twice as
   * many places as one institution may take (pg-boss `localGroupConcurrency`), for what one has enqueued, however much, must
   * leave room for the others.
   */
  async work<N extends JobName>(name: N, { perInstitution, people }: Places, work: Work<N>): Promise<void> {
    const localConcurrency = perInstitution + 1;
    await this.take(name, { localConcurrency, localGroupConcurrency: perInstitution }, work);
    if (people > 0) await this.take(name, { localConcurrency: people, minPriority: PRIORITY.person }, work);
  }

  private async take<N extends JobName>(name: N, which: WorkOptions, work: Work<N>): Promise<void> {
    const options = {
      ...which,
      // Only new jobs are announced; those that are due for another try are found by looking.
      notifyPollingIntervalSeconds: 2,
      batchSize: BATCH,
      burstWhenBatchFull: true,
      perJobResults: true,
      includeMetadata: true,
    } as const;
    await this.boss.work<Jobs[N], unknown, typeof options>(name, options, (jobs) =>
      Promise.all(jobs.map((job) => attempt(job, work))),
    );
  }

  /**
   * Works on the jobs that are due now, and returns when none is left that nobody works on: for commands and tests. One at a
   * time, the most urgent first: whoever takes many has them back in the queue before it comes to the last (`heartbeatSeconds`).
   */
  async drain<N extends JobName>(name: N, work: Work<N>): Promise<number> {
    let worked = 0;
    for (;;) {
      const [job] = await this.boss.fetch<Jobs[N]>(name, { includeMetadata: true });
      if (job !== undefined) {
        await this.complete(await attempt(job, work), name);
        worked++;
      } else if (await this.hasWorkForUs(name)) await setTimeout(LOOK_AGAIN_MS);
      else return worked;
    }
  }

  /** Jobs of these keys that wait for their time are due now. */
  async hurry(name: JobName, keys: readonly string[]): Promise<void> {
    await this.em.execute(
      `update pgboss.job set start_after = now()
        where name = ? and state < 'active' and start_after > now()
          and singleton_key in (select jsonb_array_elements_text(?::jsonb))`,
      [name, JSON.stringify(keys)],
    );
  }

  /** The job of this key that was enqueued last, as long as the queue keeps it. */
  async latest(name: JobName, key: string): Promise<LatestJob | undefined> {
    type Row = { readonly state: string; readonly enqueuedAt: string; readonly endedAt: string | null };
    const [row] = await this.em.execute<Row[]>(
      `select state::text as state, created_on as "enqueuedAt", completed_on as "endedAt"
         from pgboss.job where name = ? and singleton_key = ? order by created_on desc limit 1`,
      [name, key],
    );
    if (row === undefined) return undefined;
    const endedAt = row.endedAt === null ? null : new Date(row.endedAt);
    return { isDone: row.state === 'completed', enqueuedAt: new Date(row.enqueuedAt), endedAt };
  }

  /** Whether a job is due whose key is not being worked on. */
  private async hasWorkForUs(name: JobName): Promise<boolean> {
    const rows = await this.em.getConnection().execute<object[]>(
      `select 1 from pgboss.job due
        where name = ? and state < 'active' and start_after <= now()
          and not exists (select 1 from pgboss.job at_work
                           where at_work.name = due.name and at_work.singleton_key = due.singleton_key and at_work.state = 'active')
        limit 1`,
      [name],
    );
    return rows.length > 0;
  }

  private async complete({ id, status, output }: JobResult, name: JobName): Promise<void> {
    if (status === 'completed') await this.boss.complete(name, id);
    else await this.boss.fail(name, id, output as object);
  }

  /** `getKysely()` would run outside the transaction; only the transaction context runs inside it. */
  private transaction(): { db?: ReturnType<typeof fromKysely> } {
    const context = this.em.getContext(false).getTransactionContext<KyselyTransactionLike>();
    return context === undefined ? {} : { db: fromKysely(context) };
  }
}

/** The queue keeps the name of the error only: a message may quote what somebody sent us. */
async function attempt<N extends JobName>(job: JobWithMetadata<Jobs[N]>, work: Work<N>): Promise<JobResult> {
  try {
    await work(job.data, job.priority >= PRIORITY.person);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    return { id: job.id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } };
  }
}
