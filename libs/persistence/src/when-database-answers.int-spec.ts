import { ConfigurationError } from '@ligature/runtime';
import { migrateDatabase } from './migrate-database.ts';
import { createEarlierDatabase, createTestDatabase, type TestDatabase, TestModule } from './testing/index.ts';

describe('a database that cannot be used', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const changed = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };
  const start = async (url: string) => {
    const app = await TestModule.start({ database: { url, drop: () => Promise.resolve() } });
    await app.close();
  };

  it.each([
    [
      'at a port where nothing is',
      (url: URL) => void (url.port = '9'),
      /:9\/\S+\): no PostgreSQL answers there\. .*\(ECONNREFUSED\)/,
    ],
    ['at a host that there is not', (url: URL) => void (url.hostname = 'none.invalid'), /(no such host|looked up)/],
    ['with a password that it refuses', () => undefined, /refuses user or password/],
  ])(
    'is said to be so, with what to do and without its password, of processes and of migrate: %s',
    async (_, change, said) => {
      const url = changed((one) => {
        one.password = 'hush-hush';
        change(one);
      });
      for (const attempt of [() => start(url), () => migrateDatabase(url)]) {
        const error = await attempt().catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(ConfigurationError);
        expect(String(error)).toMatch(said);
        expect(String(error)).not.toContain('hush-hush');
      }
    },
  );

  it('is said to lack tables when it is an earlier version’s', async () => {
    const earlier = await createEarlierDatabase('0007-assertions');
    await expect(start(earlier.url)).rejects.toThrow('Run the scheduler’s "migrate" first');
    await earlier.drop();
  });
});
