import { ConnectionRows, FailedJobs, JobQueue } from '@ligature/persistence';
import { Connections, TokenRevocation } from '@ligature/connections';
import { RecordSweep } from './record-sweep.ts';
import { created, SyncFixture } from './testing/sync-fixture.ts';

const LOST = '2019';

describe('a permission whose key is lost', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start({ LOST_TOKEN_KEYS: LOST });
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  const someoneWithLostKey = async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(1));
    await fixture.sync(person);
    fixture.orcid.seen.splice(0);
    const header = Buffer.from(JSON.stringify({ kid: LOST })).toString('base64url');
    const sealed = JSON.stringify({ protected: header });
    await fixture.sql(`update connection set access_token = ? where id = ?`, sealed, person.connection.id);
    fixture.clock.moveTo('2026-04-01T12:00:00Z');
    return person;
  };

  it('costs no call to ORCID and fails no job, and is not gone through by the tasks', async () => {
    const person = await someoneWithLostKey();
    await fixture.sync(person);
    await fixture.check(person);
    const sweep = fixture.app.get(RecordSweep);
    const found = await fixture.app.request(async () => [
      await sweep.checkRecords(person.institution, fixture.clock.now()),
      await sweep.syncDue(person.institution),
    ]);
    expect(found).toEqual([0, { due: 0, doubted: 0, held: 0 }]);
    expect(fixture.orcid.seen).toEqual([]);
    expect(await fixture.states(person)).toEqual(['present']);
  });

  it('is shown as such, and no more once its owner has connected again', async () => {
    const { connection, person, institution } = await someoneWithLostKey();
    const shown = () =>
      fixture.app.request(() => fixture.app.get(ConnectionRows).findActive(institution.id, person.id));
    expect(await shown()).toMatchObject({ id: connection.id, isKeyLost: true });
    await fixture.sql(`update connection set access_token = 'sealed anew' where id = ?`, connection.id);
    expect(await shown()).toMatchObject({ id: connection.id, isKeyLost: false });
  });

  it('can be let go; the token that cannot be ended at ORCID is kept, and no job is given up for it', async () => {
    const { connection, person, institution } = await someoneWithLostKey();
    await fixture.app.request(() => fixture.app.get(Connections).disconnect(person));
    const revocation = fixture.app.get(TokenRevocation);
    await fixture.app
      .get(JobQueue)
      .drain('revoke-token', ({ retiredTokenId }) => fixture.app.request(() => revocation.end(retiredTokenId)));
    expect(await fixture.sql(`select 1 from retired_token where sealed_row = ?`, connection.id)).toHaveLength(1);
    expect(await fixture.app.request(() => revocation.tryAgain(institution.id))).toBe(0);
    expect(await fixture.app.request(() => fixture.app.get(FailedJobs).of(institution.id))).toEqual([]);
  });
});
