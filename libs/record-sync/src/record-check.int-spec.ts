import { RecordCheck } from './record-check.ts';
import { created, employment, orcidError, record, SyncFixture } from './testing/sync-fixture.ts';

const REFUSED = { status: 401, body: { error: 'invalid_token' } };

describe('a check of a record', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  const endOf = async ({ connection }: { connection: { id: string } }) => {
    const [row] = await fixture.sql<{ ended_by: string | null }>(
      `select ended_by from connection where id = ?`,
      connection.id,
    );
    return row?.ended_by;
  };
  /** Somebody with one item on their record, written two days ago. */
  const someoneWithAnItem = async (putCode: number) => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(putCode));
    await fixture.sync(person);
    fixture.clock.moveTo('2026-03-03T12:00:00Z');
    return person;
  };

  it('notes when ORCID accepted the permission', async () => {
    const person = await someoneWithAnItem(111);
    fixture.orcid.willAnswer(record({ putCode: 111 }));
    await fixture.check(person);
    expect(await fixture.states(person)).toEqual(['present']);
    const [row] = await fixture.sql(
      `select checked_at = ? as noted from connection where id = ?`,
      fixture.clock.now(),
      person.connection.id,
    );
    expect(row).toEqual({ noted: true });
  });

  describe('of an item that its owner removed', () => {
    it('believes it after two looks of two kinds, an hour apart, and keeps the put-code', async () => {
      const person = await someoneWithAnItem(121);
      fixture.orcid.willAnswer(record());
      await fixture.check(person);
      expect(await fixture.states(person)).toEqual(['missing']);

      fixture.clock.moveTo('2026-03-03T12:59:00Z');
      fixture.orcid.willAnswer(record());
      await fixture.check(person);
      expect(await fixture.states(person)).toEqual(['missing']);

      fixture.clock.moveTo('2026-03-03T13:00:00Z');
      fixture.orcid.willAnswer(record(), orcidError(404, 9016));
      await fixture.check(person);
      expect(await fixture.items(person)).toMatchObject([{ state: 'removedByOwner', put_code: '121' }]);
      expect(await fixture.audit(person)).toEqual(['item.created', 'item.found-missing', 'item.found-removed']);
    });

    it('does not believe it when the item answers at its own address', async () => {
      const person = await someoneWithAnItem(122);
      fixture.orcid.willAnswer(record());
      await fixture.check(person);
      fixture.clock.moveTo('2026-03-04T12:00:00Z');
      fixture.orcid.willAnswer(record(), employment(122));
      await fixture.check(person);
      expect(await fixture.states(person)).toEqual(['present']);
    });

    it('does not believe it when the second look fails in another way', async () => {
      const person = await someoneWithAnItem(123);
      fixture.orcid.willAnswer(record());
      await fixture.check(person);
      fixture.clock.moveTo('2026-03-04T12:00:00Z');
      fixture.orcid.willAnswer(record(), { status: 404, body: '<html>not here</html>' });
      await expect(fixture.check(person)).rejects.toThrow();
      expect(await fixture.states(person)).toEqual(['missing']);
    });

    it('finds it again, also after it was believed', async () => {
      const person = await someoneWithAnItem(124);
      fixture.orcid.willAnswer(record());
      await fixture.check(person);
      fixture.clock.moveTo('2026-03-04T12:00:00Z');
      fixture.orcid.willAnswer(record(), orcidError(404, 9016));
      await fixture.check(person);
      fixture.orcid.willAnswer(record({ putCode: 124 }));
      await fixture.check(person);
      expect(await fixture.states(person)).toEqual(['present']);
    });
  });

  it('does not judge what was written within a day: ORCID’s lists may lag behind', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(131));
    await fixture.sync(person);
    fixture.clock.moveTo('2026-03-02T11:59:00Z');
    fixture.orcid.willAnswer(record());
    await fixture.check(person);
    expect(await fixture.states(person)).toEqual(['present']);
  });

  it('does not take an item that another client of the institution wrote for removed', async () => {
    const person = await someoneWithAnItem(141);
    fixture.orcid.willAnswer(record({ putCode: 141, client: 'APP-FORMER0000000001' }));
    await fixture.check(person);
    expect(await fixture.items(person)).toMatchObject([{ state: 'notOurs', put_code: '141' }]);
  });

  it('takes what we meant to remove and is gone for withdrawn', async () => {
    const person = await someoneWithAnItem(151);
    await fixture.assert(person, `starts = '2030-01-01'`);
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync(person);
    expect(await fixture.states(person)).toEqual(['missing']);
    fixture.clock.moveTo('2026-03-05T12:00:00Z');
    fixture.orcid.willAnswer(record(), orcidError(404, 9016));
    await fixture.check(person);
    expect(await fixture.states(person)).toEqual(['withdrawn']);
  });

  it('finds a permission that was taken back, when ORCID has refused it for an hour', async () => {
    const person = await fixture.someone();
    for (const minute of ['12:00', '12:30']) {
      fixture.clock.moveTo(`2026-03-01T${minute}:00Z`);
      fixture.orcid.willAnswer(REFUSED);
      await fixture.check(person);
      expect(await endOf(person)).toBeNull();
    }
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    fixture.orcid.willAnswer(REFUSED);
    await fixture.check(person);
    expect(await endOf(person)).toBe('revoked');
  });

  describe('for somebody who waits', () => {
    const checkNow = ({ connection }: { connection: { id: string } }) =>
      fixture.app.request(() => fixture.app.get(RecordCheck).checkNow(connection.id, 1));

    it('believes at once what ORCID refuses twice', async () => {
      const person = await fixture.someone();
      fixture.orcid.willAnswer(REFUSED, REFUSED);
      await checkNow(person);
      expect(await endOf(person)).toBe('revoked');
    });

    it('asks once when ORCID accepts the permission', async () => {
      const person = await fixture.someone();
      fixture.orcid.willAnswer(record());
      await checkNow(person);
      expect(await endOf(person)).toBeNull();
      expect(fixture.calls()).toHaveLength(1);
    });

    it('believes nothing when ORCID accepts it the second time', async () => {
      const person = await fixture.someone();
      fixture.orcid.willAnswer(REFUSED, record());
      await checkNow(person);
      expect(
        await fixture.sql(`select ended_by, doubted_since from connection where id = ?`, person.connection.id),
      ).toEqual([{ ended_by: null, doubted_since: null }]);
    });
  });

  it('tries a permission again that was taken for revoked, and takes it for standing when ORCID accepts it', async () => {
    const person = await fixture.someone();
    await fixture.sql(
      `update connection set ended_by = 'revoked', ended_at = now() where id = ?`,
      person.connection.id,
    );
    fixture.orcid.willAnswer(record());
    await fixture.check(person);
    expect(await endOf(person)).toBeNull();
  });

  it('does not believe it when ORCID cannot be asked in another way: its authorization server may be down', async () => {
    const person = await fixture.someone();
    fixture.readsRecordsAs({ status: 401, body: { error: 'invalid_token' } });
    fixture.orcid.willAnswer({ status: 401, body: { error: 'invalid_token' } });
    await expect(fixture.check(person)).rejects.toThrow();
    expect(await endOf(person)).toBeNull();
  });

  it('tells a deactivated record from a permission that was taken back', async () => {
    const person = await fixture.someone();
    fixture.readsRecordsAs(orcidError(409, 9044));
    for (const minute of ['12:00', '12:30', '13:00']) {
      fixture.clock.moveTo(`2026-03-01T${minute}:00Z`);
      fixture.orcid.willAnswer(REFUSED);
      await fixture.check(person);
    }
    expect(await endOf(person)).toBe('deactivated');
    const consents = await fixture.sql(`select kind from consent_event where person_id = ?`, person.person.id);
    expect(consents).toEqual([{ kind: 'deactivated' }]);
  });

  it('notes that a record is locked, and that it is open again; the permission stands', async () => {
    const person = await fixture.someone();
    const stateOf = async () => {
      const [row] = await fixture.sql<{ record_state: string }>(
        `select record_state from connection where id = ?`,
        person.connection.id,
      );
      return row?.record_state;
    };
    fixture.readsRecordsAs(orcidError(409, 9018));
    fixture.orcid.willAnswer(orcidError(409, 9018));
    await fixture.check(person);
    expect([await stateOf(), await endOf(person)]).toEqual(['locked', null]);
    fixture.orcid.willAnswer(record());
    await fixture.check(person);
    expect([await stateOf(), await endOf(person)]).toEqual(['open', null]);
  });

  it.each([
    ['an outage', 'hang-up' as const],
    ['a busy server', { status: 503, body: '<html>' }],
    ['a refused client', { status: 403, body: { error: 'forbidden' } }],
    ['maintenance', { status: 200, body: '<html>' }],
  ])('does not take %s for the end of a permission, and is asked for again', async (_, answer) => {
    const person = await fixture.someone();
    fixture.orcid.willAnswer(answer, answer, answer);
    await expect(fixture.check(person)).rejects.toThrow();
    expect(await endOf(person)).toBeNull();
  });
});
