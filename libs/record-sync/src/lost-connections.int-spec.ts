import { setTimeout } from 'node:timers/promises';
import { JobQueue, PersistenceConfig } from '@ligature/persistence';
import pg from 'pg';
import { SyncRecord } from './sync-record.ts';
import { Life } from './testing/model/life.ts';
import { ModelApp } from './testing/model/model-app.ts';

const isSoak = process.env['TEST_SOAK'] !== undefined;
const PEOPLE = isSoak ? 500 : 40;
const KILLS = isSoak ? 13 : 3;
const APART_MS = 1_200;
/** Another worker takes over what a dead one had within a minute. */
const DONE_WITHIN_MS = 60_000;

describe('when the connections to the database are cut again and again', () => {
  let model: ModelApp;
  let admin: pg.Client;
  const lives: Life[] = [];

  beforeAll(async () => {
    model = await ModelApp.start();
    admin = new pg.Client({ connectionString: model.app.get(PersistenceConfig).url });
    await admin.connect();
    for (let one = 0; one < PEOPLE; one++) {
      const life = await Life.begin(model);
      await life.stateAll([{ key: 'e0', variant: 0, hasEnded: false }]);
      await life.connect(['/read-limited', '/activities/update']);
      lives.push(life);
    }
  });

  afterAll(async () => {
    await admin.end();
    await model.stop();
  });

  const cut = () =>
    admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  const openJobs = async (): Promise<number> => {
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name = 'sync-record' and state <> 'completed'`,
    );
    return rows[0]?.count ?? 0;
  };

  it(
    'every record is written once all the same, and no job is left lying',
    async () => {
      await model.app.get(JobQueue).work('sync-record', { perInstitution: 8, people: 4 }, async ({ connectionId }) => {
        model.clock.moveTo(new Date().toISOString());
        await setTimeout(250);
        await model.app.request(() => model.app.get(SyncRecord).run(connectionId));
      });
      for (let kill = 0; kill < KILLS; kill++) {
        await setTimeout(APART_MS);
        await cut();
      }
      const giveUpAt = performance.now() + DONE_WITHIN_MS;
      while ((await openJobs()) > 0 && performance.now() < giveUpAt) await setTimeout(250);
      const jobs = await admin.query(
        `select state, count(*)::int from pgboss.job where name = 'sync-record' group by 1`,
      );
      expect(jobs.rows).toEqual([{ state: 'completed', count: PEOPLE }]);
      expect(lives.map(({ record }) => record.standing.length)).toEqual(lives.map(() => 1));
      const states = await admin.query(`select state, count(*)::int from record_item group by 1`);
      expect(states.rows).toEqual([{ state: 'present', count: PEOPLE }]);
    },
    DONE_WITHIN_MS * 3,
  );
});
