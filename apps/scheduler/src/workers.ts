import { TokenRevocation, withUrgency } from '@ligature/connections';
import { JobQueue, type Jobs, type Places } from '@ligature/persistence';
import { RecordCheck, SyncRecord } from '@ligature/record-sync';
import { counted } from '@ligature/runtime';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { Tasks } from './tasks/tasks.ts';

type Work = { readonly [Name in keyof Jobs]: (job: Jobs[Name]) => Promise<void> };

/** How many jobs of a kind one process works on at once. ORCID's rate is the limit, not these. */
const PLACES: Readonly<Record<keyof Jobs, Places>> = {
  'sync-record': { perInstitution: 8, people: 2 },
  'check-token': { perInstitution: 4, people: 0 },
  'check-now': { perInstitution: 2, people: 2 },
  'revoke-token': { perInstitution: 2, people: 0 },
  'run-task': { perInstitution: 1, people: 0 },
};

/** What was done of what waited. */
export class Worked {
  constructor(
    private readonly jobs: number,
    private readonly failures: readonly (readonly [cause: string, count: number])[],
  ) {}

  get failed(): number {
    return this.failures.reduce((sum, [, count]) => sum + count, 0);
  }

  get text(): string {
    const done = `Worked on here: ${counted(this.jobs, 'job')}.`;
    if (this.failed === 0) return done;
    const causes = this.failures.map(([cause, count]) => `  ${count} x ${cause}`);
    return [`${done} Of these failed, and are tried again by the scheduler:`, ...causes].join('\n');
  }
}

/** Does the work that waits in the queue, each job with an entity manager of its own. */
@Injectable()
export class Workers {
  private readonly logger = new Logger(Workers.name);
  private readonly work: Work;
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly queue: JobQueue,
    private readonly orm: MikroORM,
    sync: SyncRecord,
    health: RecordCheck,
    revocation: TokenRevocation,
    tasks: Tasks,
  ) {
    this.work = {
      'sync-record': (job) => sync.run(job.connectionId),
      'check-token': (job) => health.check(job.connectionId),
      'check-now': (job) => health.checkNow(job.connectionId),
      'revoke-token': (job) => revocation.end(job.retiredTokenId),
      'run-task': async (job) => {
        this.logger.log({
          msg: 'A task is done.',
          task: job.task,
          result: await tasks.run(job.task, job.institutionId, 'clock'),
        });
      },
    };
  }

  /** Works from now on, until the process stops. */
  async start(): Promise<void> {
    for (const name of this.names()) await this.queue.work(name, PLACES[name], this.inContext(name));
  }

  /** Works on all that is due now, and on what comes of it. */
  async drain(): Promise<Worked> {
    let [jobs, before] = [0, -1];
    this.failures.clear();
    while (jobs > before) {
      before = jobs;
      for (const name of this.names()) jobs += await this.queue.drain(name, this.inContext(name));
    }
    return new Worked(jobs, [...this.failures]);
  }

  private names(): (keyof Jobs)[] {
    return Object.keys(this.work) as (keyof Jobs)[];
  }

  private inContext<Name extends keyof Jobs>(name: Name): (job: Jobs[Name], isAwaited: boolean) => Promise<void> {
    const work = this.work[name] as (job: Jobs[Name]) => Promise<void>;
    return (job, isAwaited) =>
      withUrgency(isAwaited ? 'person' : 'bulk', () =>
        RequestContext.create(this.orm.em, () => this.logged(name, () => work(job))),
      );
  }

  /** The error's own text is fit for logs: none of ours quotes a token or what somebody sent. */
  private async logged(name: keyof Jobs, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const cause = `${name}: ${error instanceof Error ? error.name : 'unknown'}`;
      this.failures.set(cause, (this.failures.get(cause) ?? 0) + 1);
      this.logger.warn({ msg: 'A job failed and is tried again later.', job: name, err: error });
      throw error;
    }
  }
}
