import { anOrcidId } from '@ligature/orcid-model/testing';
import { aConnection, anInstitution, aResearcher, TestModule } from '../testing/index.ts';
import { ConnectionRepository } from './connection.repository.ts';

describe('connections in the database', () => {
  let house: TestModule;
  const institution = anInstitution();
  const [ada, bob] = [aResearcher(institution), aResearcher(institution, { staffId: '000043' })];

  beforeAll(async () => {
    house = await TestModule.start();
    await house.store(institution, ada, bob, aConnection(ada, { orcid: anOrcidId(1) }));
  });

  afterAll(() => house.close());

  it('give one iD to one researcher of an institution at a time', async () => {
    await expect(house.store(aConnection(bob, { orcid: anOrcidId(1) }))).rejects.toThrow(
      'connection_one_researcher_per_id',
    );
  });

  it('give one researcher one iD at a time', async () => {
    await expect(house.store(aConnection(ada, { orcid: anOrcidId(2) }))).rejects.toThrow(
      'connection_one_id_per_researcher',
    );
  });

  it('let go of the iD once they have ended', async () => {
    const ended = aConnection(bob, { orcid: anOrcidId(3) });
    ended.markDisconnected(new Date());
    await house.store(ended, aConnection(bob, { orcid: anOrcidId(4) }));
    const [active, latest] = await house.request(() =>
      Promise.all([
        house.get(ConnectionRepository).findActive(bob.id),
        house.get(ConnectionRepository).latestOf([bob.id]),
      ]),
    );
    expect(active?.orcid).toBe(anOrcidId(4));
    expect(latest.map((connection) => connection.orcid)).toEqual([anOrcidId(3), anOrcidId(4)]);
  });

  it('print and serialise no token, even a sealed one', async () => {
    const found = await house.request(() => house.get(ConnectionRepository).findActive(ada.id));
    expect(found?.accessToken).toBe('sealed');
    expect(JSON.stringify(found)).not.toContain('sealed');
  });
});
