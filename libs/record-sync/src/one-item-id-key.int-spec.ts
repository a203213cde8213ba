import { orcidConfigs } from '@ligature/connections';
import { createTestDatabase, type TestDatabase, TestModule } from '@ligature/persistence/testing';
import { OrcidDouble } from '@ligature/orcid-client/testing';
import { RecordSyncConfig } from './record-sync.config.ts';
import { RecordSyncModule } from './record-sync.module.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('a process that writes to records', () => {
  let database: TestDatabase;
  let orcid: OrcidDouble;

  beforeAll(async () => {
    [database, orcid] = await Promise.all([createTestDatabase(), OrcidDouble.start()]);
  });

  afterAll(async () => {
    await orcid.stop();
    await database.drop();
  });

  const start = async (ITEM_ID_KEY: string, env: Readonly<Record<string, string>> = {}) => {
    const kept = { ...database, drop: () => Promise.resolve() };
    const configs = [...orcidConfigs, RecordSyncConfig];
    const given = { imports: [RecordSyncModule], configs, database: kept };
    await (await TestModule.start({ ...given, env: { ...orcid.env, ITEM_ID_KEY, ...env } })).close();
  };

  it('starts with the key that the database is used with, and with no other unless that one is lost', async () => {
    await start(key(1));
    await start(key(1));
    const refused: unknown = await start(key(2)).catch((error: unknown) => error);
    expect(String(refused)).toContain('ITEM_ID_KEY is another than this database is used with');
    expect(String(refused)).not.toContain(key(2));
    const [, LOST_ITEM_ID_KEY = ''] = /LOST_ITEM_ID_KEY=(\w+)/.exec(String(refused)) ?? [];
    await expect(start(key(2), { LOST_ITEM_ID_KEY: 'another' })).rejects.toThrow('ITEM_ID_KEY is another');
    await start(key(2), { LOST_ITEM_ID_KEY });
    await start(key(2));
    await expect(start(key(1), { LOST_ITEM_ID_KEY })).rejects.toThrow('ITEM_ID_KEY is another');
  });
});
