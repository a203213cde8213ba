import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { PersistenceConfig } from '../persistence.config.ts';
import { TestModule } from '../testing/index.ts';
import { JobQueue } from './job-queue.ts';
import { PRIORITY } from './jobs.ts';

describe('the job queue', () => {
  let app: TestModule;
  let queue: JobQueue;
  const institutionId: string = randomUUID();
  const aJob = () => ({ connectionId: randomUUID() });
  const drained = async () => {
    const worked: string[] = [];
    await queue.drain('sync-record', (job) => Promise.resolve(void worked.push(job.connectionId)));
    return worked;
  };

  beforeAll(async () => {
    app = await TestModule.start();
    queue = app.get(JobQueue);
  });

  // A job whose work failed is due again some time, in the middle of another test.
  beforeEach(() => app.get(EntityManager).fork().execute('delete from pgboss.job'));

  afterAll(() => app.close());

  it('adds a job with the transaction it belongs to, or not at all', async () => {
    const [kept, lost] = [aJob(), aJob()];
    const em = app.get(EntityManager);
    await em.transactional(() => queue.enqueue('sync-record', kept, { institutionId, key: kept.connectionId }));
    const failing = em.transactional(async () => {
      await queue.enqueue('sync-record', lost, { institutionId, key: lost.connectionId });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await drained()).toEqual([kept.connectionId]);
  });

  it('tells what became of the job of a key that was asked for last', async () => {
    const { connectionId: key } = aJob();
    const ask = () => queue.enqueue('check-now', { connectionId: key }, { institutionId, key });
    expect(await queue.latest('check-now', key)).toBeUndefined();
    await ask();
    expect(await queue.latest('check-now', key)).toMatchObject({ isDone: false, endedAt: null });
    await queue.drain('check-now', () => Promise.resolve());
    expect(await queue.latest('check-now', key)).toMatchObject({ isDone: true, endedAt: expect.any(Date) as Date });
    await ask();
    await queue.drain('check-now', () => Promise.reject(new Error('ORCID is down')));
    expect(await queue.latest('check-now', key)).toMatchObject({ isDone: false, endedAt: expect.any(Date) as Date });
  });

  it('lets one job of a key wait, however often it is asked for', async () => {
    const job = aJob();
    for (let i = 0; i < 5; i++) await queue.enqueue('sync-record', job, { institutionId, key: job.connectionId });
    await queue.enqueueAll('sync-record', [{ data: job, institutionId, key: job.connectionId }]);
    expect(await drained()).toEqual([job.connectionId]);
  });

  it('keeps a job that was asked for while one of its key was worked on, and works on it afterwards', async () => {
    const job = aJob();
    await queue.enqueue('sync-record', job, { institutionId, key: job.connectionId });
    let inside = 0;
    let most = 0;
    let times = 0;
    await queue.drain('sync-record', async () => {
      most = Math.max(most, ++inside);
      if (++times === 1) await queue.enqueue('sync-record', job, { institutionId, key: job.connectionId });
      expect(await queue.drain('sync-record', () => Promise.resolve())).toBe(0);
      inside--;
    });
    expect({ times, most }).toEqual({ times: 2, most: 1 });
  });

  it('works on a job though pg-boss still takes another of its key to be worked on', async () => {
    const job = aJob();
    const em = app.get(EntityManager);
    await em.execute(`update pgboss.queue set singletons_active = ?, monitor_on = now() where name = 'sync-record'`, [
      `{${job.connectionId}}`,
    ]);
    const another = new JobQueue(em, app.get(PersistenceConfig));
    await another.onModuleInit();
    await another.enqueue('sync-record', job, { institutionId, key: job.connectionId });
    const worked = await another.drain('sync-record', () => Promise.resolve());
    await another.onApplicationShutdown();
    expect(worked).toBe(1);
  });

  it('ticks once however many clocks tick', async () => {
    const tick = { task: 'end-dates', institutionId };
    let ticks = 0;
    for (let clock = 0; clock < 3; clock++) {
      await queue.enqueue('run-task', tick, { institutionId, key: institutionId, onceInSeconds: 3600 });
      ticks += await queue.drain('run-task', () => Promise.resolve());
    }
    expect(ticks).toBe(1);
  });

  it('works on a waiting person before bulk', async () => {
    const [bulk, person] = [aJob(), aJob()];
    await queue.enqueue('sync-record', bulk, { institutionId, key: bulk.connectionId });
    await queue.enqueue('sync-record', person, { institutionId, key: person.connectionId, priority: PRIORITY.person });
    expect(await drained()).toEqual([person.connectionId, bulk.connectionId]);
  });

  it('does not lose a job whose work failed, and does not try it again at once', async () => {
    const job = aJob();
    await queue.enqueue('sync-record', job, { institutionId, key: job.connectionId });
    await queue.drain('sync-record', () => Promise.reject(new Error('ORCID is down')));
    expect(await drained()).toEqual([]);
    const [row] = await app
      .get(EntityManager)
      .fork()
      .execute<{ state: string; output: object }[]>(`select state, output from pgboss.job where singleton_key = ?`, [
        job.connectionId,
      ]);
    expect(row).toEqual({ state: 'retry', output: { error: 'Error' } });
  });

  it('hands jobs to a worker as they come', async () => {
    const job = aJob();
    const worked = new Promise<string>((resolve) => {
      void queue.work('check-token', { perInstitution: 2, people: 0 }, (data) =>
        Promise.resolve(resolve(data.connectionId)),
      );
    });
    await queue.enqueue('check-token', job, { institutionId, key: job.connectionId });
    expect(await worked).toBe(job.connectionId);
  });

  describe('while one institution has more to do than there are places', () => {
    const MS = 150;
    const BACKLOG = process.env['TEST_SOAK'] === undefined ? 400 : 50_000;
    const done: string[] = [];
    let most = 0;
    let atWork = 0;
    let fair: TestModule;

    beforeAll(async () => {
      fair = await TestModule.start();
      const jobs = Array.from({ length: BACKLOG }, aJob).map((data) => ({
        data,
        institutionId,
        key: data.connectionId,
      }));
      await fair.get(JobQueue).enqueueAll('sync-record', jobs);
      const loaded = new Set<string>(jobs.map(({ key }) => key));
      await fair.get(JobQueue).work('sync-record', { perInstitution: 4, people: 1 }, async ({ connectionId }) => {
        if (loaded.has(connectionId)) most = Math.max(most, ++atWork);
        await setTimeout(MS);
        if (loaded.has(connectionId)) atWork--;
        done.push(connectionId);
      });
      await until(() => done.length > 8);
    });

    afterAll(() => fair.close());

    const until = async (holds: () => boolean) => {
      while (!holds()) await setTimeout(10);
    };
    const timeOf = async (priority: (typeof PRIORITY)[keyof typeof PRIORITY], ofInstitution: string) => {
      const job = aJob();
      const begun = performance.now();
      await fair
        .get(JobQueue)
        .enqueue('sync-record', job, { institutionId: ofInstitution, key: job.connectionId, priority });
      await until(() => done.includes(job.connectionId));
      const ms = performance.now() - begun;
      if (BACKLOG > 400) process.stderr.write(`Done after ${ms.toFixed(0)} ms beside ${BACKLOG} jobs.\n`);
      return ms;
    };

    it('works on a waiting person of another at once', async () => {
      expect(await timeOf(PRIORITY.person, randomUUID())).toBeLessThan(MS + 1000);
    });

    it('works on a waiting person of its own at once', async () => {
      expect(await timeOf(PRIORITY.person, institutionId)).toBeLessThan(MS + 1000);
    });

    it('works on the bulk of another beside its own, which has only its share', async () => {
      expect(await timeOf(PRIORITY.bulk, randomUUID())).toBeLessThan(MS + 3000);
      expect(most).toBeLessThanOrEqual(4);
      expect(done.length).toBeLessThan(BACKLOG * 0.75);
    });
  });
});
