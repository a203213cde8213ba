import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from './orm-options.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

const POOL_SIZE = 2;

describe('a connection that is cut', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await MikroORM.init(ormOptions(database.url, POOL_SIZE));
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  const cutOneself = `select pg_terminate_backend(pg_backend_pid())`;
  const works = () => orm.em.fork().execute(`select 1 as works`);

  it.each([
    ['in a transaction', () => orm.em.fork().transactional((em) => em.execute(cutOneself))],
    ['in a query', () => orm.em.fork().execute(cutOneself)],
    [
      'between two queries of a transaction',
      () =>
        orm.em.fork().transactional(async (em) => {
          const [row] = await em.execute<{ pid: number }[]>(`select pg_backend_pid() as pid`);
          await orm.em.fork().execute(`select pg_terminate_backend(?)`, [row?.pid]);
          await em.execute(`select 1`);
        }),
    ],
  ])('%s fails what it was used for, and no other, however often', async (_, work) => {
    for (let again = 0; again < POOL_SIZE * 3; again++) await expect(work()).rejects.toThrow();
    expect(await Promise.all([works(), works()])).toEqual([[{ works: 1 }], [{ works: 1 }]]);
  });
});
