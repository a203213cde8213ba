import { JobQueue } from '@ligature/persistence';
import { anAssertion, aPerson, aStaffId } from '@ligature/persistence/testing';
import { RecordSweep } from './record-sweep.ts';
import { created, SyncFixture } from './testing/sync-fixture.ts';

describe('the sweep through all records', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  const asked = async (job: string) => {
    const jobs = await fixture.sql<{ key: string }>(`select singleton_key as key from pgboss.job where name = ?`, job);
    return jobs.map(({ key }) => key);
  };

  it('asks for the records that are not as wanted today, and no others', async () => {
    const tenant = await fixture.institution();
    const [done, leaver] = [
      await fixture.someoneOf(tenant, {}),
      await fixture.someoneOf(tenant, { ends: '2026-03-01' }),
    ];
    fixture.orcid.willAnswer(created(101), created(102));
    await fixture.sync(done);
    await fixture.sync(leaver);
    fixture.clock.moveTo('2026-03-02T12:00:00Z');
    expect(await fixture.sweep(tenant)).toMatchObject({ due: 1, held: 0 });
    expect(await asked('sync-record')).toEqual([leaver.connection.id]);
  });

  it('lets those wait whose permission is in doubt, and counts them apart', async () => {
    const tenant = await fixture.institution();
    const doubted = await fixture.someoneOf(tenant, {});
    const other = await fixture.someoneOf(tenant, {});
    await fixture.sql(`update connection set doubted_since = now() where id = ?`, doubted.connection.id);
    expect(await fixture.sweep(tenant)).toEqual({ due: 1, doubted: 1, held: 0 });
    const jobs = await asked('sync-record');
    expect(jobs).toContain(other.connection.id);
    expect(jobs).not.toContain(doubted.connection.id);
  });

  it('asks to check the records whose permission ORCID has not confirmed since', async () => {
    const { connection, institution } = await fixture.someone();
    await fixture.sql(`update connection set checked_at = '2026-02-01' where id = ?`, connection.id);
    const { app } = fixture;
    await app.request(() => app.get(RecordSweep).checkRecords(institution, new Date('2026-02-02')));
    const checked: string[] = [];
    await app.get(JobQueue).drain('check-token', (job) => Promise.resolve(void checked.push(job.connectionId)));
    expect(checked).toContain(connection.id);
  });

  it('leaves alone what is asserted of people who are not connected', async () => {
    const { institution } = await fixture.institution();
    const person = aPerson(institution);
    await fixture.app.store(person, aStaffId(person), anAssertion(person));
    expect(await fixture.sweep({ institution })).toMatchObject({ due: 0, held: 0 });
    expect(fixture.calls()).toEqual([]);
  });
});
