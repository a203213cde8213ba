import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../orm-options.ts';
import { anInstitution, createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { FeedColumns } from './0013-feed-columns.ts';

const open = (url: string) => MikroORM.init(ormOptions(url, 2));

describe('columns that were mapped by heading', () => {
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

  const migrated = async (feed: object): Promise<unknown> => {
    const em = orm.em.fork();
    const institution = anInstitution();
    await em.persist(institution).flush();
    const before = JSON.stringify({ dates: 'iso', defaults: {}, absentMeans: 'keep', ...feed });
    await em.execute(`update institution set feed = ?::jsonb where id = ?`, [before, institution.id]);
    const migration = new FeedColumns(em.getDriver(), orm.config);
    migration.up();
    for (const query of migration.getQueries()) await em.execute(query);
    const [row] = await em.execute<{ feed: object }[]>(`select feed from institution where id = ?`, [institution.id]);
    await em.execute(`delete from institution`);
    return row?.feed;
  };
  const rest = { dates: 'iso', defaults: {}, absentMeans: 'keep' };

  it.each([
    ['nothing was said', { columns: {}, ignoredColumns: [] }, {}],
    [
      'a heading was mapped, beside those that mean the field by themselves',
      { columns: { 'Pers.-Nr.': 'staffId', Ende: 'endDate' }, ignoredColumns: ['Kostenstelle'] },
      { staffId: ['Pers.-Nr.', 'employee id', 'personnel number', 'staff id'], endDate: ['Ende', 'end date'] },
    ],
    [
      'two headings were mapped to one field, one of them another field’s own',
      { columns: { Department: 'departmentPath', Unit: 'departmentPath' }, ignoredColumns: [] },
      { departmentPath: ['Department', 'Unit', 'department path'] },
    ],
    [
      'a heading of another field was mapped',
      { columns: { Department: 'departmentPath', Abteilung: 'department' }, ignoredColumns: [] },
      { departmentPath: ['Department', 'department path'], department: ['Abteilung'] },
    ],
    ['one of a field’s headings was not wanted', { columns: {}, ignoredColumns: ['TOWN', ''] }, { city: ['city'] }],
    ['the only heading of a field was not wanted', { columns: {}, ignoredColumns: ['U.R.L.'] }, { url: null }],
  ])('mean the same where %s', async (_, before, columns) => {
    expect(await migrated(before)).toEqual({ ...rest, columns });
  });
});
