import { Secret } from '@ligature/orcid-model';
import { aConnection, anInstitution, anOrcidClient, aPerson, aTokenKey, TestModule } from '../testing/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { TokenVault } from './token-vault.ts';

describe('a process that starts', () => {
  const [old, current] = [aTokenKey('2025'), aTokenKey('2026')];
  let database: TestDatabase;

  const start = async (env: Readonly<Record<string, string>>): Promise<void> => {
    const kept = { ...database, drop: () => Promise.resolve() };
    await (await TestModule.start({ database: kept, env })).close();
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const kept = { ...database, drop: () => Promise.resolve() };
    const app = await TestModule.start({ database: kept, env: { TOKEN_KEYS: old } });
    const institution = anInstitution();
    const client = anOrcidClient(institution);
    const person = aPerson(institution);
    const connection = aConnection(person, client);
    const context = { table: 'connection', row: connection.id, owner: person.id, orcid: connection.orcid } as const;
    const vault = app.get(TokenVault);
    const token = new Secret('access-token', 'c0ffee00');
    connection.accessToken = await vault.seal(token, { ...context, environment: 'sandbox' });
    await app.store(institution, client, person, connection);
    await app.close();
  });

  afterAll(() => database.drop());

  it('has all keys by which stored values were sealed', async () => {
    await expect(start({ TOKEN_KEYS: `${current},${old}` })).resolves.toBeUndefined();
  });

  it('is refused where one of them is gone, and names it', async () => {
    await expect(start({ TOKEN_KEYS: current })).rejects.toThrow('lacks the key "2025", which sealed 1 stored value');
  });

  it('is refused where a key has the name of one that sealed something, and is another, and says what to do', async () => {
    const started = start({ TOKEN_KEYS: aTokenKey('2025') });
    await expect(started).rejects.toThrow('the key "2025" is not the one that sealed what is stored under its name');
    await expect(started).rejects.toThrow('Put that one back');
  });

  it('has both keys where two were given one name', async () => {
    await expect(start({ TOKEN_KEYS: `${aTokenKey('2025')},${old}` })).resolves.toBeUndefined();
  });

  it('is let go where that key is known to be lost', async () => {
    await expect(start({ TOKEN_KEYS: current, LOST_TOKEN_KEYS: '2024, 2025' })).resolves.toBeUndefined();
  });

  it('is refused where a key is both there and lost', async () => {
    await expect(start({ TOKEN_KEYS: old, LOST_TOKEN_KEYS: '2025' })).rejects.toThrow(
      'LOST_TOKEN_KEYS names "2025", which TOKEN_KEYS has',
    );
  });
});
