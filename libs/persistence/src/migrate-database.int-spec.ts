import { MikroORM } from '@mikro-orm/postgresql';
import { migrateDatabase } from './migrate-database.ts';
import { ormOptions } from './orm-options.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

const open = (url: string) => MikroORM.init(ormOptions(url, 2));

describe('a migrated database', () => {
  let database: TestDatabase;
  let orm: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await open(database.url);
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  it('has exactly the tables the entities describe', async () => {
    expect(await orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: false })).toBe('');
  });

  it('is left alone by a second migration, also by two at once', async () => {
    expect(await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)])).toEqual([[], []]);
  });
});
