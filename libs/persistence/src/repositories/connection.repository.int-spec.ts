import { anOrcidId } from '@ligature/orcid-model/testing';
import { aConnection, anInstitution, aPerson, TestModule } from '../testing/index.ts';
import { ConnectionRepository } from './connection.repository.ts';

describe('connections in the database', () => {
  let app: TestModule;
  const institution = anInstitution();
  const [ada, bob] = [aPerson(institution), aPerson(institution, { staffId: '000043' })];

  beforeAll(async () => {
    app = await TestModule.start();
    await app.store(institution, ada, bob, aConnection(ada, { orcid: anOrcidId(1) }));
  });

  afterAll(() => app.close());

  it('give one iD to one researcher of an institution at a time', async () => {
    await expect(app.store(aConnection(bob, { orcid: anOrcidId(1) }))).rejects.toThrow('connection_one_person_per_id');
  });

  it('give one researcher one iD at a time', async () => {
    await expect(app.store(aConnection(ada, { orcid: anOrcidId(2) }))).rejects.toThrow('connection_one_id_per_person');
  });

  it('let go of the iD once they have ended', async () => {
    const ended = aConnection(bob, { orcid: anOrcidId(3) });
    ended.markDisconnected(new Date());
    await app.store(ended, aConnection(bob, { orcid: anOrcidId(4) }));
    const [active, latest] = await app.request(() =>
      Promise.all([app.get(ConnectionRepository).findActive(bob.id), app.get(ConnectionRepository).latestOf([bob.id])]),
    );
    expect(active?.orcid).toBe(anOrcidId(4));
    expect(latest.map((connection) => connection.orcid)).toEqual([anOrcidId(3), anOrcidId(4)]);
  });

  it('print and serialise no token, even a sealed one', async () => {
    const found = await app.request(() => app.get(ConnectionRepository).findActive(ada.id));
    expect(found?.accessToken).toBe('sealed');
    expect(JSON.stringify(found)).not.toContain('sealed');
  });
});
