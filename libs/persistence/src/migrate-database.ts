import { MikroORM } from '@mikro-orm/postgresql';
import { PgBoss } from 'pg-boss';
import { type JobName, QUEUES } from './jobs/jobs.ts';
import { ormOptions } from './orm-options.ts';
import { whenDatabaseAnswers } from './when-database-answers.ts';

/**
 * Brings a database to the shape this version needs: our tables, then the queue's. Safe to run twice and from two
 * processes at once.
 * @param url PostgreSQL address of a role that may create tables and schemas
 * @returns names of the migrations that were run
 * @throws ConfigurationError when the database cannot be used
 */
export async function migrateDatabase(url: string): Promise<string[]> {
  const orm = await MikroORM.init(ormOptions(url, 2));
  try {
    await whenDatabaseAnswers(url, () => orm.em.execute('select 1'));
    return await orm.em.transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtext('ligature-migrate'))`);
      const done = await orm.migrator.up();
      await migrateQueues(url);
      return done.map((migration) => migration.name);
    });
  } finally {
    await orm.close();
  }
}

async function migrateQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
  await boss.start();
  try {
    for (const name of Object.keys(QUEUES) as JobName[]) await createOrUpdate(boss, name);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function createOrUpdate(boss: PgBoss, name: JobName): Promise<void> {
  const options = {
    ...QUEUES[name],
    retryBackoff: true,
    retryDelay: 2,
    retryDelayMax: 3600,
    heartbeatSeconds: 20,
    notify: true,
  };
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { ...options, policy: 'stately' });
  else await boss.updateQueue(name, options);
}
