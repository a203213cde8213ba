import { anOrcidId } from '@ligature/orcid-model/testing';
import { aConnection, anInstitution, anOrcidClient, aPerson, TestModule } from '../testing/index.ts';
import { ConnectionRepository } from './connection.repository.ts';

describe('connections in the database', () => {
  let app: TestModule;
  const institution = anInstitution();
  const client = anOrcidClient(institution);
  const [ada, bob] = [aPerson(institution), aPerson(institution)];

  beforeAll(async () => {
    app = await TestModule.start();
    await app.store(institution, client, ada, bob, aConnection(ada, client, { orcid: anOrcidId(1) }));
  });

  afterAll(() => app.close());

  it('give one iD to one person of an institution at a time', async () => {
    await expect(app.store(aConnection(bob, client, { orcid: anOrcidId(1) }))).rejects.toThrow(
      'connection_one_person_per_id',
    );
  });

  it('give one person one iD at a time', async () => {
    await expect(app.store(aConnection(ada, client, { orcid: anOrcidId(2) }))).rejects.toThrow(
      'connection_one_id_per_person',
    );
  });

  it('let go of the iD once they have ended', async () => {
    const ended = aConnection(bob, client, { orcid: anOrcidId(3) });
    ended.markDisconnected(new Date());
    await app.store(ended, aConnection(bob, client, { orcid: anOrcidId(4) }));
    const [active, all] = await app.request(() =>
      Promise.all([app.get(ConnectionRepository).findActive(bob.id), app.get(ConnectionRepository).allOf([bob.id])]),
    );
    expect(active?.orcid).toBe(anOrcidId(4));
    expect(all.map((connection) => connection.orcid)).toEqual([anOrcidId(3), anOrcidId(4)]);
  });

  it('print and serialise no token, even a sealed one', async () => {
    const found = await app.request(() => app.get(ConnectionRepository).findActive(ada.id));
    expect(found?.accessToken).toBe('sealed');
    expect(JSON.stringify(found)).not.toContain('sealed');
  });
});
