import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { TestModule } from '../testing/index.ts';
import { FailedJobs } from './failed-jobs.ts';
import { JobQueue } from './job-queue.ts';

class DownError extends Error {
  override readonly name = 'DownError';
}

describe('jobs that the queue has given up', () => {
  let app: TestModule;
  let queue: JobQueue;
  let failed: FailedJobs;

  beforeAll(async () => {
    app = await TestModule.start();
    queue = app.get(JobQueue);
    failed = app.get(FailedJobs);
  });

  afterAll(() => app.close());

  const enqueue = (institutionId: string, connectionId: string) =>
    queue.enqueue('sync-record', { connectionId }, { institutionId, key: connectionId });
  /** Fails it for the last time. */
  const giveUp = async (institutionId: string, error: Error, connectionId: string = randomUUID()) => {
    await enqueue(institutionId, connectionId);
    await app
      .get(EntityManager)
      .fork()
      .execute(`update pgboss.job set retry_limit = 0 where singleton_key = ?`, [connectionId]);
    await queue.drain('sync-record', () => Promise.reject(error));
    return connectionId;
  };
  const shown = async (institutionId: string) =>
    (await failed.of(institutionId)).map(({ name, cause, count }) => [name, cause, count]);

  it('are counted by cause, for each institution', async () => {
    const [ours, theirs] = [randomUUID(), randomUUID()];
    await giveUp(ours, new DownError());
    await giveUp(ours, new DownError());
    await giveUp(ours, new TypeError());
    await giveUp(theirs, new DownError());
    expect(await shown(ours)).toEqual([
      ['sync-record', 'DownError', 2],
      ['sync-record', 'TypeError', 1],
    ]);
    expect(await failed.count()).toBeGreaterThanOrEqual(4);
  });

  it('are tried again, all of one cause at once', async () => {
    const ours = randomUUID();
    const down = [await giveUp(ours, new DownError()), await giveUp(ours, new DownError())];
    await giveUp(ours, new TypeError());
    expect(await failed.tryAgain(ours, 'DownError')).toBe(2);
    const done: string[] = [];
    await queue.drain('sync-record', ({ connectionId }) => Promise.resolve(void done.push(connectionId)));
    expect(done.toSorted()).toEqual(down.toSorted());
    expect(await shown(ours)).toEqual([['sync-record', 'TypeError', 1]]);
    expect(await failed.tryAgain(ours)).toBe(1);
    await queue.drain('sync-record', () => Promise.resolve());
    expect(await shown(ours)).toEqual([]);
  });

  it.each(['created', 'retry', 'active'] as const)(
    'are not given up while another of the same key, though an earlier one, is still to be done: %s',
    async (state) => {
      const ours = randomUUID();
      const key = await giveUp(ours, new DownError());
      await enqueue(ours, key);
      await app
        .get(EntityManager)
        .fork()
        .execute(
          `update pgboss.job set state = ?::pgboss.job_state, created_on = now() - interval '1 day'
          where singleton_key = ? and state = 'created'`,
          [state, key],
        );
      expect(await shown(ours)).toEqual([]);
      expect(await failed.tryAgain(ours)).toBe(0);
    },
  );

  it('are over when a later job of the same key went well, and are not put beside one that waits', async () => {
    const ours = randomUUID();
    const key = await giveUp(ours, new DownError());
    await enqueue(ours, key);
    expect([await shown(ours), await failed.tryAgain(ours)]).toEqual([[], 0]);
    await queue.drain('sync-record', () => Promise.resolve());
    expect(await shown(ours)).toEqual([]);
  });
});
