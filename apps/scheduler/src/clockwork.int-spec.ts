import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FeedFile, PeopleImport } from '@ligature/assertions';
import { Institution, JobQueue, TaskRun } from '@ligature/persistence';
import { anInstitution, aTokenKey, createTestDatabase, type TestDatabase } from '@ligature/persistence/testing';
import { readConfigs } from '@ligature/runtime';
import { EntityManager, MikroORM, RequestContext } from '@mikro-orm/postgresql';
import type { INestApplicationContext } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import { Clockwork } from './clockwork.ts';
import { MissedTasks } from './missed-tasks.ts';
import { SchedulerModule, schedulerConfigs } from './scheduler.module.ts';
import { Tasks } from './tasks/tasks.ts';

/** Hour and minute of a moment, as the clock on a wall of that zone shows it. */
const wallClock = (at: Date, timeZone: string): string =>
  at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

describe('the clock', () => {
  const zones = { berlin: 'Europe/Berlin', auckland: 'Pacific/Auckland', la: 'America/Los_Angeles' };
  let app: INestApplicationContext;
  let database: TestDatabase;

  const job = (name: string) => app.get(SchedulerRegistry).getCronJob(name);

  beforeAll(async () => {
    database = await createTestDatabase();
    const configs = readConfigs(schedulerConfigs, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      TOKEN_KEYS: aTokenKey(),
      ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64'),
      ORCID_ENVIRONMENT: 'sandbox',
    });
    app = await Test.createTestingModule({ imports: [SchedulerModule.with(configs, 1)] }).compile();
    await app.init();
    const em = app.get(EntityManager).fork();
    for (const [slug, timeZone] of Object.entries(zones))
      em.persist(anInstitution({ slug, timeZone, orcidEnvironment: 'sandbox' }));
    await em.flush();
    await app.get(Clockwork).start();
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it.each(Object.entries(zones))('looks for end dates at two in the night of %s', (slug, zone) => {
    expect(wallClock(job(`${slug} end-dates`).nextDate().toJSDate(), zone)).toBe('02:00');
  });

  it('has every task once for every institution', () => {
    const names = [...app.get(SchedulerRegistry).getCronJobs().keys()];
    expect(new Set(names).size).toBe(names.length);
    for (const slug of Object.keys(zones)) expect(names).toContain(`${slug} token-health`);
  });

  it('notices an institution that comes while it runs, and one that moves', async () => {
    const em = app.get(EntityManager).fork();
    em.persist(anInstitution({ slug: 'lisbon', timeZone: 'Europe/Lisbon', orcidEnvironment: 'sandbox' }));
    await em.flush();
    await em.nativeUpdate(Institution, { slug: 'la' }, { timeZone: 'America/New_York' });
    const unchanged = job('berlin end-dates');
    await job('keep up').fireOnTick();
    await app.get(Clockwork).keepUp();
    expect(wallClock(job('lisbon end-dates').nextDate().toJSDate(), 'Europe/Lisbon')).toBe('02:00');
    expect(wallClock(job('la end-dates').nextDate().toJSDate(), 'America/New_York')).toBe('02:00');
    expect(job('berlin end-dates')).toBe(unchanged);
  });

  it('puts one job into the queue when two schedulers tick together', async () => {
    await Promise.all([job('berlin end-dates').fireOnTick(), job('berlin end-dates').fireOnTick()]);
    const jobs: unknown[] = [];
    while (jobs.length === 0) {
      await app.get(JobQueue).drain('run-task', (job) => Promise.resolve(void jobs.push(job)));
    }
    expect(jobs).toEqual([{ task: 'end-dates', institutionId: expect.any(String) as string }]);
  });

  describe('when no process ran at the time of a task', () => {
    const ran = async (slug: string, task: string, hoursAgo: number): Promise<void> => {
      const em = app.get(EntityManager).fork();
      const { id: institutionId } = await em.findOneOrFail(Institution, { slug });
      const startedAt = new Date(Date.now() - hoursAgo * 3_600_000);
      await em.persist(new TaskRun({ institutionId, task, askedBy: 'clock', startedAt })).flush();
    };
    const caughtUp = async (): Promise<string[]> => {
      await RequestContext.create(app.get(MikroORM).em, () => app.get(MissedTasks).catchUp());
      const tasks: string[] = [];
      await app.get(JobQueue).drain('run-task', ({ task }) => Promise.resolve(void tasks.push(task)));
      return tasks;
    };

    it('does each that was missed once, in the order of the schedule, and none that has never run', async () => {
      await ran('auckland', 'end-dates', 49);
      await ran('auckland', 'import-people', 49);
      await ran('auckland', 'token-health', 0);
      expect(await caughtUp()).toEqual(['import-people', 'end-dates']);
    });
  });

  describe('importing feed.file', () => {
    const HEADER = 'staff id,job id,organization name,city,country,ror id,role,full name,mail';
    const folder = mkdtempSync(path.join(tmpdir(), 'ligature-nightly-'));
    const write = (name: string, role: string, person: string): string => {
      const file = path.join(folder, name);
      const row = `000042,A-1,Example University,Berlin,DE,https://ror.org/05dxps055,${role},${person}`;
      writeFileSync(file, `${HEADER}\n${row}\n`);
      return file;
    };
    const inRequest = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(app.get(MikroORM).em, work);
    const run = (institution: Institution, askedBy: 'clock' | 'operator') =>
      inRequest(() => app.get(Tasks).run('import-people', institution, askedBy));

    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    it('leaves an unchanged file alone, so that one that was imported by hand meanwhile stands, unless a person asks', async () => {
      const institution = anInstitution({ slug: 'nightly', orcidEnvironment: 'sandbox' });
      const file = write('export.csv', 'Steward', 'Lena Brandt,lena@example.edu');
      const byHand = write('by-hand.csv', 'Head', 'John Smith,john@example.edu');
      Object.assign(institution, { feed: { ...institution.feed, file } });
      await app.get(EntityManager).fork().persist(institution).flush();
      expect(await run(institution, 'clock')).toMatch(/^1 added, 0 changed/);
      await inRequest(() => app.get(PeopleImport).import(institution, new FeedFile(byHand)));
      expect(await run(institution, 'clock')).toBe('the export has not changed');
      const asked = await run(institution, 'operator');
      expect(asked).toMatch(/^0 added, 1 changed, .*; in place of a newer file, by-hand\.csv of \d{4}-/);
      expect(asked).toContain(
        '1 staff id with both another name and another mail address than before (000042): see that',
      );
      expect(asked).not.toMatch(/Lena|Smith/);
    });
  });
});
