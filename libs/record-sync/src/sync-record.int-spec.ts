import { anAssertion, anEmploymentContent } from '@ligature/persistence/testing';
import {
  created,
  deleted,
  employment,
  employments,
  ok,
  orcidError,
  record,
  SyncFixture,
} from './testing/sync-fixture.ts';

describe('bringing a record up to date', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => fixture.reset());

  const personKeyOf = async ({ person }: { person: { id: string } }): Promise<string> => {
    const [row] = await fixture.sql<{ key: string }>(
      `select person_key as key from assertion where person_id = ?`,
      person.id,
    );
    return row?.key ?? '';
  };

  afterAll(() => fixture.stop());

  it('writes each job once, keeps the put-code, and costs nothing the second time', async () => {
    const person = await fixture.someone({}, { content: anEmploymentContent({ role: 'Lecturer' }) });
    fixture.orcid.willAnswer(created(11), created(12));
    await fixture.sync(person);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment', 'POST /employment']);
    expect((await fixture.items(person)).map((item) => [item.state, item.put_code])).toEqual([
      ['present', '11'],
      ['present', '12'],
    ]);
    expect(await fixture.audit(person)).toEqual(['item.created', 'item.created']);
    expect(await fixture.intents(person)).toEqual([]);
  });

  it('updates the same item with the end date on the day after the last day', async () => {
    const person = await fixture.someone({ ends: '2026-03-01' });
    fixture.orcid.willAnswer(created(21));
    await fixture.sync(person);
    fixture.clock.moveTo('2026-03-01T23:30:00Z');
    fixture.orcid.willAnswer(ok);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment', 'PUT /employment/21']);
    expect(JSON.parse(fixture.asked()[1]?.body ?? '')).toMatchObject({
      'put-code': 21,
      'end-date': { day: { value: '01' } },
    });
  });

  it('writes nothing before a job begins, and withdraws one whose beginning was put off', async () => {
    const person = await fixture.someone({ starts: '2026-03-02' });
    await fixture.sync(person);
    expect(fixture.calls()).toEqual([]);
    fixture.clock.moveTo('2026-03-02T12:00:00Z');
    fixture.orcid.willAnswer(created(31));
    await fixture.sync(person);
    await fixture.assert(person, `starts = '2026-09-01'`);
    fixture.orcid.willAnswer(deleted);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment', 'DELETE /employment/31']);
    expect(await fixture.items(person)).toMatchObject([{ state: 'withdrawn', put_code: '31' }]);
  });

  it('removes again what stands there although ORCID had said that it was gone', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(32));
    await fixture.sync(person);
    await fixture.assert(person, `starts = '2026-09-01'`);
    fixture.orcid.willAnswer('hang-up');
    await expect(fixture.sync(person)).rejects.toThrow();
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    fixture.orcid.willAnswer(employments(), orcidError(404, 9016));
    await fixture.sync(person);
    expect(await fixture.states(person)).toEqual(['withdrawn']);
    fixture.clock.moveTo('2026-03-03T12:00:00Z');
    fixture.orcid.willAnswer(record({ putCode: 32 }));
    await fixture.check(person);
    fixture.orcid.willAnswer(deleted);
    await fixture.sync(person);
    expect(fixture.calls().at(-1)).toBe('DELETE /employment/32');
    expect(await fixture.states(person)).toEqual(['withdrawn']);
  });

  it('gives a job an identifier of its own, also when it bears the id that another job had before', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(34));
    await fixture.sync(person);
    await fixture.assert(person, `row_key = 'renumbered'`);
    await fixture.app.store(anAssertion(person.person, { personKey: await personKeyOf(person), rowKey: '0' }));
    fixture.orcid.willAnswer(created(35));
    await fixture.sync(person);
    const items = await fixture.items(person);
    expect(items.map(({ put_code }) => put_code).toSorted()).toEqual(['34', '35']);
    expect(new Set(items.map(({ self_id }) => self_id)).size).toBe(2);
  });

  it('does not lose a creation that ORCID answered without its put-code', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer({ status: 201 });
    await expect(fixture.sync(person)).rejects.toMatchObject({ code: 'unexpected-answer' });
    await fixture.assert(person, `starts = '2026-09-01'`);
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    const [item] = await fixture.items(person);
    fixture.orcid.willAnswer(employments({ putCode: 33, selfId: item?.self_id ?? '' }), deleted);
    await fixture.sync(person);
    expect(fixture.calls().at(-1)).toBe('DELETE /employment/33');
  });

  describe('of a record that was deactivated and is connected again', () => {
    const reactivate = (connectionId: string) =>
      fixture.sql(`update connection set cleared_since = now() where id = ?`, connectionId);

    it('writes again what ORCID has cleared, which nobody decided against', async () => {
      const person = await fixture.someone({}, {});
      fixture.orcid.willAnswer(created(41), created(42));
      await fixture.sync(person);
      await reactivate(person.connection.id);
      fixture.orcid.willAnswer(record(), orcidError(404, 9016), orcidError(404, 9016), created(43), created(45));
      await fixture.sync(person);
      expect((await fixture.items(person)).map(({ state, put_code }) => [state, put_code])).toEqual([
        ['present', '43'],
        ['present', '45'],
      ]);
      expect(await fixture.audit(person)).toContain('item.found-cleared');
    });

    it('takes nothing for cleared where something of ours is left: its owner may have taken the rest off', async () => {
      const person = await fixture.someone({}, {});
      fixture.orcid.willAnswer(created(46), created(47));
      await fixture.sync(person);
      await reactivate(person.connection.id);
      fixture.orcid.willAnswer(record({ putCode: 46 }));
      await fixture.sync(person);
      expect(fixture.calls()).toHaveLength(3);
    });

    it('leaves what a list lacks and its own address shows, and looks only once', async () => {
      const person = await fixture.someone({});
      fixture.orcid.willAnswer(created(44));
      await fixture.sync(person);
      await reactivate(person.connection.id);
      fixture.orcid.willAnswer(record(), employment(44));
      await fixture.sync(person);
      await fixture.sync(person);
      expect(fixture.calls()).toHaveLength(3);
      expect(await fixture.states(person)).toEqual(['present']);
    });
  });

  it('writes once what two rows state of a person, where ORCID takes it once', async () => {
    const keyword = { section: 'keyword', content: 'astronomy' } as const;
    const person = await fixture.someone(keyword, keyword, {});
    await fixture.sql(
      `update connection set scopes = '{/person/update,/activities/update}' where id = ?`,
      person.connection.id,
    );
    fixture.orcid.willAnswer(created(36, 'keywords'), created(37));
    await fixture.sync(person);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /keywords', 'POST /employment']);
    expect(await fixture.sweep(person)).toMatchObject({ due: 0 });
  });

  describe('when the answer to a creation is lost', () => {
    it('looks before any second try, waits while the first may be under way, and adopts what it finds', async () => {
      const person = await fixture.someone({});
      fixture.orcid.willAnswer('hang-up');
      await expect(fixture.sync(person)).rejects.toMatchObject({ code: 'orcid-unavailable' });
      expect(await fixture.intents(person)).toEqual([{ action: 'create' }]);

      fixture.orcid.willAnswer(employments());
      await expect(fixture.sync(person)).rejects.toMatchObject({ code: 'too-soon' });

      const [item] = await fixture.items(person);
      fixture.orcid.willAnswer(employments({ putCode: 41, selfId: item?.self_id ?? '' }));
      await fixture.sync(person);
      expect(fixture.calls()).toEqual(['POST /employment', 'GET /employments', 'GET /employments']);
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '41' }]);
      expect(await fixture.audit(person)).toEqual(['item.adopted']);
    });

    it('sends it again only when it is surely not there', async () => {
      const person = await fixture.someone({});
      fixture.orcid.willAnswer('hang-up');
      await expect(fixture.sync(person)).rejects.toThrow();
      fixture.clock.moveTo('2026-03-01T12:05:00Z');
      fixture.orcid.willAnswer(employments({ putCode: 1, selfId: 'somebody-else’s' }), created(42));
      await fixture.sync(person);
      expect(fixture.calls()).toEqual(['POST /employment', 'GET /employments', 'POST /employment']);
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '42' }]);
    });

    it('stays in doubt when ORCID refuses to do it a second time: that says nothing of the first', async () => {
      const person = await fixture.someone({});
      fixture.orcid.willAnswer('hang-up');
      await expect(fixture.sync(person)).rejects.toThrow();
      fixture.clock.moveTo('2026-03-01T12:05:00Z');
      fixture.orcid.willAnswer(employments(), { status: 429, body: {} });
      await expect(fixture.sync(person)).rejects.toThrow();
      expect(fixture.calls().at(-1)).toBe('POST /employment');
      expect(await fixture.intents(person)).toEqual([{ action: 'create' }]);

      const [item] = await fixture.items(person);
      fixture.orcid.willAnswer(employments({ putCode: 44, selfId: item?.self_id ?? '' }));
      await fixture.sync(person);
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '44' }]);
      expect(await fixture.intents(person)).toEqual([]);
    });

    it('keeps the oldest of two and removes the other', async () => {
      const person = await fixture.someone({});
      fixture.orcid.willAnswer('hang-up');
      await expect(fixture.sync(person)).rejects.toThrow();
      const [item] = await fixture.items(person);
      const selfId = item?.self_id ?? '';
      fixture.orcid.willAnswer(employments({ putCode: 100, selfId }, { putCode: 99, selfId }), deleted);
      await fixture.sync(person);
      expect(fixture.calls().at(-1)).toBe('DELETE /employment/100');
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '99' }]);
    });

    it('does not take an item of another source for ours, though it names our identifier', async () => {
      const person = await fixture.someone({});
      fixture.orcid.willAnswer('hang-up');
      await expect(fixture.sync(person)).rejects.toThrow();
      const [item] = await fixture.items(person);
      fixture.clock.moveTo('2026-03-01T12:05:00Z');
      fixture.orcid.willAnswer(
        employments({ putCode: 5, selfId: item?.self_id ?? '', client: 'APP-OTHER' }),
        created(43),
      );
      await fixture.sync(person);
      expect(await fixture.items(person)).toMatchObject([{ put_code: '43' }]);
    });
  });

  it('writes again after the answer to an update is lost', async () => {
    const person = await fixture.someone({ ends: '2026-03-01' });
    fixture.orcid.willAnswer(created(51));
    await fixture.sync(person);
    fixture.clock.moveTo('2026-03-02T12:00:00Z');
    fixture.orcid.willAnswer('hang-up');
    await expect(fixture.sync(person)).rejects.toThrow();
    const [item] = await fixture.items(person);
    fixture.clock.moveTo('2026-03-02T12:05:00Z');
    fixture.orcid.willAnswer(employments({ putCode: 51, selfId: item?.self_id ?? '' }), ok);
    await fixture.sync(person);
    expect(fixture.calls().slice(-2)).toEqual(['GET /employments', 'PUT /employment/51']);
    expect(await fixture.intents(person)).toEqual([]);
  });

  it('sends no second update while ORCID may yet do the first, which would undo it', async () => {
    const person = await fixture.someone({ ends: '2026-03-01' });
    fixture.orcid.willAnswer(created(52));
    await fixture.sync(person);
    fixture.clock.moveTo('2026-03-02T12:00:00Z');
    fixture.orcid.willAnswer('hang-up');
    await expect(fixture.sync(person)).rejects.toThrow();
    await fixture.assert(person, `ends = '2026-02-27'`);
    fixture.orcid.willAnswer(employments({ putCode: 52 }));
    await expect(fixture.sync(person)).rejects.toThrow('may still be under way');
    expect(fixture.calls().at(-1)).toBe('GET /employments');
  });

  it('does not take a removal for failed while ORCID may yet do it', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(53));
    await fixture.sync(person);
    await fixture.assert(person, `starts = '2062-03-01'`);
    fixture.orcid.willAnswer('hang-up');
    await expect(fixture.sync(person)).rejects.toThrow();
    await fixture.assert(person, `starts = '2021-03-01'`);
    fixture.orcid.willAnswer(employments({ putCode: 53 }));
    await expect(fixture.sync(person)).rejects.toThrow('may still be under way');
    expect(await fixture.intents(person)).toEqual([{ action: 'remove' }]);
  });

  it('adopts an item that is there already, and brings it to what is wanted', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(orcidError(409, 9021, 'see element with put-code 61.'), ok);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment', 'PUT /employment/61']);
    expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '61' }]);
  });

  it('does not take one 404 for a removal: the item is missing, keeps its put-code, and is not written again', async () => {
    const person = await fixture.someone({ ends: '2026-03-01' });
    fixture.orcid.willAnswer(created(71));
    await fixture.sync(person);
    fixture.clock.moveTo('2026-03-02T12:00:00Z');
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync(person);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment', 'PUT /employment/71']);
    expect(await fixture.items(person)).toMatchObject([{ state: 'missing', put_code: '71' }]);
    expect(await fixture.audit(person)).toEqual(['item.created', 'item.found-missing']);
  });

  describe('when ORCID answers a change with an error that says nothing of whether the item stands', () => {
    /** Ada's item, whose end is refused in this way. */
    const refusedWith = async (status: number, code: number) => {
      const person = await fixture.someone({ ends: '2026-03-01' });
      fixture.orcid.willAnswer(created(73));
      await fixture.sync(person);
      fixture.clock.moveTo('2026-03-02T12:00:00Z');
      fixture.orcid.willAnswer(orcidError(status, code));
      return person;
    };

    it.each([9010, 9013])(
      '(403/%i) keeps the item and its put-code, and says that it has another source',
      async (code) => {
        const person = await refusedWith(403, code);
        await fixture.sync(person);
        await fixture.sync(person);
        expect(fixture.calls()).toEqual(['POST /employment', 'PUT /employment/73']);
        expect(await fixture.items(person)).toMatchObject([
          { state: 'present', put_code: '73', problem: { code: 'not-our-item' } },
        ]);
        expect(await fixture.intents(person)).toEqual([]);
        expect(await fixture.audit(person)).toEqual(['item.created', 'item.refused']);
      },
    );

    it('is looked at again with the next check: what the record lists as ours is written after all', async () => {
      const person = await refusedWith(403, 9010);
      await fixture.sync(person);
      fixture.clock.moveTo('2026-03-03T12:00:00Z');
      const [item] = await fixture.items(person);
      fixture.orcid.willAnswer(record({ putCode: 73, selfId: item?.self_id ?? '' }), ok);
      await fixture.check(person);
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '73', problem: null }]);
      expect(await fixture.sweep(person)).toMatchObject({ due: 1 });
      await fixture.sync(person);
      expect(fixture.calls().at(-1)).toBe('PUT /employment/73');
    });

    it.each([
      [400, 9034, 'unexpected-answer'],
      [404, 9041, 'resource-absent'],
    ])('(%i/%i) keeps the item and its put-code, and fails aloud: %s', async (status, code, said) => {
      const person = await refusedWith(status, code);
      await expect(fixture.sync(person)).rejects.toMatchObject({ code: said });
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '73' }]);
      const [item] = await fixture.items(person);
      fixture.clock.moveTo('2026-03-02T12:05:00Z');
      if (code === 9041) fixture.orcid.willAnswer(employments({ putCode: 73, selfId: item?.self_id ?? '' }));
      fixture.orcid.willAnswer(ok);
      await fixture.sync(person);
      expect(fixture.calls().at(-1)).toBe('PUT /employment/73');
      expect(await fixture.items(person)).toMatchObject([{ state: 'present', put_code: '73', problem: null }]);
      expect(await fixture.intents(person)).toEqual([]);
    });
  });

  it('says what ORCID refuses, and does not send it again until it changed', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(orcidError(400, 9045, 'The organisation is not known.'));
    await fixture.sync(person);
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment']);
    expect(await fixture.items(person)).toMatchObject([
      { state: 'wanted', problem: { code: '9045', message: 'The organisation is not known.' } },
    ]);
    await fixture.assert(person, `content = jsonb_set(content, '{role}', '"Professor"')`);
    fixture.orcid.willAnswer(created(81));
    await fixture.sync(person);
    expect(await fixture.items(person)).toMatchObject([{ state: 'present', problem: null }]);
  });

  it('stops quietly at a record that is locked, keeps that with the connection, and tries again another day', async () => {
    const person = await fixture.someone({}, {});
    fixture.readsRecordsAs(orcidError(409, 9018));
    fixture.orcid.willAnswer(orcidError(409, 9018));
    await fixture.sync(person);
    expect(fixture.calls()).toEqual(['POST /employment']);
    expect((await fixture.items(person)).map((item) => item.problem)).toEqual([null, null]);
    const stateOf = () => fixture.sql(`select record_state from connection where id = ?`, person.connection.id);
    expect(await stateOf()).toEqual([{ record_state: 'locked' }]);
    fixture.orcid.willAnswer(created(91), created(92));
    await fixture.sync(person);
    expect((await fixture.items(person)).map((item) => item.put_code)).toEqual(['91', '92']);
    expect(await stateOf()).toEqual([{ record_state: 'open' }]);
  });

  it('leaves alone what stands in a section that a later permission does not cover, and writes the rest', async () => {
    const person = await fixture.someone({}, { section: 'keyword', content: 'pots' });
    const permit = (...scopes: string[]) =>
      fixture.sql(`update connection set scopes = ? where id = ?`, `{${scopes.join()}}`, person.connection.id);
    await permit('/activities/update', '/person/update');
    fixture.orcid.willAnswer(created(161), created(162, 'keywords'));
    await fixture.sync(person);
    await permit('/activities/update');
    await fixture.assert(person, `ends = '2026-02-20'`);
    fixture.orcid.willAnswer(ok);
    await fixture.sync(person);
    expect(fixture.calls().slice(2)).toEqual(['PUT /employment/161']);
    expect(await fixture.states(person)).toEqual(['present', 'present']);
    expect(await fixture.sweep(person)).toMatchObject({ due: 0, held: 0 });
  });

  it('is asked for again when ORCID wants fewer requests, leaving nothing in doubt', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer({ status: 503, body: '<html>slow down</html>' });
    await expect(fixture.sync(person)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await fixture.intents(person)).toEqual([]);
  });

  it('keeps that the record was merged when a write says so, and does not try again', async () => {
    const person = await fixture.someone({});
    fixture.readsRecordsAs(orcidError(301, 9007));
    fixture.orcid.willAnswer(orcidError(409, 9007));
    await fixture.sync(person);
    await fixture.sync(person);
    expect(fixture.calls()).toHaveLength(1);
    expect(await fixture.sql(`select record_state from connection where id = ?`, person.connection.id)).toEqual([
      { record_state: 'merged' },
    ]);
    expect(await fixture.sweep(person)).toMatchObject({ due: 0, held: 0 });
  });

  it('does not believe one answer that the record was merged, when the client hears otherwise', async () => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(orcidError(409, 9007));
    await fixture.sync(person);
    expect(await fixture.sql(`select record_state from connection where id = ?`, person.connection.id)).toEqual([
      { record_state: 'open' },
    ]);
    fixture.orcid.willAnswer(created(95));
    await fixture.sync(person);
    expect(await fixture.states(person)).toEqual(['present']);
  });

  it('stops when ORCID refuses the token, and does not write again before the token is accepted', async () => {
    const person = await fixture.someone({}, {});
    fixture.orcid.willAnswer({
      status: 401,
      body: { error: 'invalid_token', error_description: 'Invalid access token: tok' },
    });
    await fixture.sync(person);
    await fixture.sync(person);
    expect(fixture.calls()).toHaveLength(1);
    expect(await fixture.sql(`select ended_by from connection where id = ?`, person.connection.id)).toEqual([
      { ended_by: null },
    ]);
    fixture.orcid.willAnswer(record());
    await fixture.check(person);
    fixture.orcid.willAnswer(created(711), created(712));
    await fixture.sync(person);
    expect(await fixture.states(person)).toEqual(['present', 'present']);
  });
});
