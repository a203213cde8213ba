import { JobQueue, RateSlots } from '@ligature/persistence';
import { RecordCheck } from './record-check.ts';
import { RecordSweep } from './record-sweep.ts';
import { record, SyncFixture } from './testing/sync-fixture.ts';

const PEOPLE = process.env['TEST_SOAK'] === undefined ? 20 : 10_000;
const LIMIT_MS = Math.max(40_000, PEOPLE * 500);
const REFUSED = { status: 401, body: { error: 'invalid_token' } };

describe('while ORCID’s authorization server is down', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
    // The pace of calls is tested elsewhere.
    fixture.app.get(RateSlots).reserve = () => Promise.resolve(0);
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  it(
    `none of ${PEOPLE} connections loses its permission in twenty minutes, and all are confirmed afterwards`,
    async () => {
      const tenant = await fixture.institution();
      for (let one = 0; one < PEOPLE; one++) await fixture.someoneOf(tenant);
      const states = () =>
        fixture.sql(
          `select count(*)::int as count, count(ended_at)::int as ended, count(doubted_since)::int as doubted
           from connection where institution_id = ?`,
          tenant.institution.id,
        );
      const checkAll = async () => {
        await fixture.app.request(() =>
          fixture.app.get(RecordSweep).checkRecords(tenant.institution, fixture.clock.now()),
        );
        await fixture.app
          .get(JobQueue)
          .drain('check-token', ({ connectionId }) =>
            fixture.app.request(() => fixture.app.get(RecordCheck).check(connectionId)),
          );
      };
      // API and authorization server, as ORCID answers then: every token is refused, whoever's it is.
      fixture.orcid.willAlwaysAnswer(/^\/v3\.0\//, REFUSED);
      for (const minute of ['00', '05', '10', '15', '20']) {
        fixture.clock.moveTo(`2026-03-01T12:${minute}:00Z`);
        await checkAll();
        await fixture.sql(`update pgboss.job set start_after = now() where name = 'check-token' and state < 'active'`);
      }
      expect(await states()).toEqual([{ count: PEOPLE, ended: 0, doubted: 0 }]);

      fixture.orcid.willAlwaysAnswer(/^\/v3\.0\//, record());
      fixture.clock.moveTo('2026-03-01T12:30:00Z');
      await checkAll();
      const [confirmed] = await fixture.sql(
        `select count(*)::int as count from connection where institution_id = ? and checked_at = ?`,
        tenant.institution.id,
        fixture.clock.now(),
      );
      expect(confirmed).toEqual({ count: PEOPLE });
    },
    LIMIT_MS,
  );
});
