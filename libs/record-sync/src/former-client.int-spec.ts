import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Secret } from '@ligature/orcid-model';
import { Connections } from '@ligature/connections';
import { JobQueue, type OrcidClient } from '@ligature/persistence';
import { RecordOverview } from './record-overview.ts';
import { RemovedItems } from './removed-items.ts';
import { type Connected, created, deleted, employments, orcidError, SyncFixture } from './testing/sync-fixture.ts';

const NEW_CLIENT = 'APP-EXAMPLE000000002';

describe('an institution that has another ORCID client', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  /** Somebody with an item that the former client wrote. */
  const someoneOfTheFormerClient = async (putCode: number): Promise<Connected & { newClient: OrcidClient }> => {
    const person = await fixture.someone({});
    fixture.orcid.willAnswer(created(putCode));
    await fixture.sync(person);
    const newClient = await fixture.client(person.institution, NEW_CLIENT);
    return { ...person, newClient };
  };
  /** The same person, connected again under the new client. */
  const reconnect = async ({ institution, person, connection }: Connected): Promise<Connected['connection']> => {
    const grant = {
      orcid: connection.orcid,
      clientId: NEW_CLIENT,
      name: null,
      scopes: ['/read-limited', '/activities/update'],
      accessToken: new Secret('access-token', `new-${connection.id}`),
      refreshToken: null,
      expiresAt: new Date('2046-01-01'),
    } as const;
    const outcome = await fixture.app.request(() =>
      fixture.app.get(Connections).connect(institution, person, grant, '2026-11/en'),
    );
    if (outcome.kind !== 'connected') throw new Error(outcome.kind);
    return outcome.connection;
  };
  /** What the person sees. */
  const shown = async ({ institution }: Connected, connection: Connected['connection']) => {
    const items = await fixture.app.request(() => fixture.app.get(RecordOverview).of(institution, connection));
    return items.map(({ state, change }) => [state, change]);
  };
  const tokensOf = async ({ connection }: Connected) => {
    const [row] = await fixture.sql<{ kept: boolean }>(
      `select access_token is not null as kept from connection where id = ?`,
      connection.id,
    );
    return row?.kept;
  };

  it('still writes with the permissions that were given to the former one', async () => {
    const person = await someoneOfTheFormerClient(201);
    await fixture.assert(person, `ends = '2026-02-20'`);
    fixture.orcid.willAnswer({ status: 200, body: {} });
    await fixture.sync(person);
    expect(fixture.calls().at(-1)).toBe('PUT /employment/201');
  });

  it('moves each item when the person connects again: removed with the old token before it is created with the new one', async () => {
    const person = await someoneOfTheFormerClient(211);
    const again = await reconnect(person);
    expect(await tokensOf(person)).toBe(true);
    fixture.orcid.willAnswer(deleted, created(212));
    await fixture.sync({ connection: again });
    expect(fixture.calls().slice(-2)).toEqual(['DELETE /employment/211', 'POST /employment']);
    const [removal, creation] = fixture.asked().slice(-2);
    expect(removal?.authorization).toBe('Bearer tok');
    expect(creation?.authorization).toBe(`Bearer new-${person.connection.id}`);
    expect(await fixture.states({ connection: again })).toEqual(['present']);
  });

  it('ends the old token when nothing needs it any more, with the credentials of its own client', async () => {
    const person = await someoneOfTheFormerClient(221);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(deleted, created(222));
    await fixture.sync({ connection: again });
    expect(await tokensOf(person)).toBe(false);
    const retired = await fixture.sql<{ client: string }>(
      `select client.client_id as client from retired_token token join orcid_client client on client.id = token.orcid_client_id
        where token.person_id = ?`,
      person.person.id,
    );
    expect(retired).toEqual([{ client: 'APP-EXAMPLE000000001' }]);
  });

  it('does not write a second item while the first still stands, whatever keeps it there', async () => {
    const person = await someoneOfTheFormerClient(231);
    const again = await reconnect(person);
    fixture.orcid.willAnswer({ status: 401, body: { error: 'invalid_token' } });
    await fixture.sync({ connection: again });
    expect(fixture.calls().at(-1)).toBe('DELETE /employment/231');
    expect(await fixture.states(person)).toEqual(['notOurs']);
    expect(await fixture.states({ connection: again })).toEqual([]);
    expect(await shown(person, again)).toEqual([['notOurs', 'none']]);
    expect(await tokensOf(person)).toBe(true);
  });

  it('does not write again what its owner removed, once a second look proves that it is gone', async () => {
    const person = await someoneOfTheFormerClient(251);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync({ connection: again });
    expect(await fixture.states(person)).toEqual(['missing']);
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync({ connection: again });
    expect(fixture.calls().at(-1)).toBe('GET /employment/251');
    expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([
      ['removedByOwner'],
      ['removedByOwner'],
    ]);
  });

  it('goes on with an item that is gone when nobody asserted it any more', async () => {
    const person = await someoneOfTheFormerClient(261);
    const again = await reconnect(person);
    await fixture.assert(person, `starts = '2062-03-01'`);
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync({ connection: again });
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync({ connection: again });
    await fixture.assert(person, `starts = '2021-03-01'`);
    fixture.orcid.willAnswer(created(262));
    await fixture.sync({ connection: again });
    expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([
      ['withdrawn'],
      ['present'],
    ]);
  });

  it('writes what its owner removed under the former client when they ask for it under the new one', async () => {
    const person = await someoneOfTheFormerClient(271);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(orcidError(404, 9016), orcidError(404, 9016));
    await fixture.sync({ connection: again });
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    await fixture.sync({ connection: again });
    const [item] = await fixture.items({ connection: again });
    await fixture.app.request(() => fixture.app.get(RemovedItems).allowAgain(person.person, item?.id ?? ''));
    expect(await fixture.sql(`select actor, actor_id from audit_event where action = 'item.allowed-again'`)).toEqual([
      { actor: 'person', actor_id: person.person.id },
    ]);
    fixture.orcid.willAnswer(created(272));
    await fixture.sync({ connection: again });
    expect(await fixture.states({ connection: again })).toEqual(['present']);
  });

  it('does not write a second item for somebody who had disconnected before they connected under the new client', async () => {
    const person = await someoneOfTheFormerClient(281);
    await fixture.app.request(() => fixture.app.get(Connections).disconnect(person.person));
    const again = await reconnect(person);
    await fixture.sync({ connection: again });
    expect(fixture.calls().at(-1)).toBe('POST /employment');
    expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([['notOurs'], []]);
  });

  it('moves what was written with a permission that the owner took back before they gave the new one', async () => {
    const person = await someoneOfTheFormerClient(291);
    fixture.orcid.willAnswer({ status: 401, body: { error: 'invalid_token' } });
    await fixture.check(person);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(deleted, created(292));
    await fixture.sync({ connection: again });
    expect(fixture.calls().slice(-2)).toEqual(['DELETE /employment/291', 'POST /employment']);
  });

  it('takes a second removal for the second look where the old permission reads nothing any more', async () => {
    const person = await someoneOfTheFormerClient(301);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(orcidError(404, 9016));
    await fixture.sync({ connection: again });
    fixture.clock.moveTo('2026-03-01T13:00:00Z');
    fixture.orcid.willAnswer({ status: 401, body: { error: 'invalid_token' } }, deleted, created(302));
    await fixture.sync({ connection: again });
    expect(fixture.calls().slice(-2)).toEqual(['DELETE /employment/301', 'POST /employment']);
    expect(await fixture.states({ connection: again })).toEqual(['present']);
  });

  it('learns that its owner removed an item before it sends anything, so that no lost answer can be taken for our removal', async () => {
    const person = await someoneOfTheFormerClient(219);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(employments());
    fixture.orcid.seen.splice(0);
    await fixture.sync({ connection: again });
    expect(fixture.calls()).toEqual(['GET /employments']);
    expect(await fixture.states(person)).toEqual(['missing']);
  });

  it('moves the rest when the last permission of the former client did not cover all that was written', async () => {
    const person = await fixture.someone({ section: 'keyword', content: 'pots' }, {});
    const permit = (scopes: string, { id }: { readonly id: string }) =>
      fixture.sql(`update connection set scopes = ? where id = ?`, scopes, id);
    await permit('{/activities/update,/person/update}', person.connection);
    fixture.orcid.willAnswer(created(321, 'keywords'), created(322));
    await fixture.sync(person);
    await permit('{/activities/update}', person.connection);
    await fixture.client(person.institution, NEW_CLIENT);
    const again = await reconnect(person);
    fixture.orcid.willAnswer(deleted, created(323));
    await fixture.sync({ connection: again });
    expect(fixture.calls().slice(-2)).toEqual(['DELETE /employment/322', 'POST /employment']);
    expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([
      ['notOurs', 'withdrawn'],
      ['present'],
    ]);
  });

  describe('after a creation whose answer was lost, and whose token was refused since,', () => {
    /** Somebody whose first item the former client may have written. */
    const someoneInDoubt = async (person: Connected): Promise<Connected['connection']> => {
      fixture.orcid.willAnswer('hang-up');
      await expect(fixture.sync(person)).rejects.toThrow();
      await fixture.client(person.institution, NEW_CLIENT);
      return reconnect(person);
    };
    const refused = { status: 401, body: { error: 'invalid_token' }, isList: true };

    it('does not create it again at once, but the rest', async () => {
      const person = await fixture.someone({}, {});
      const again = await someoneInDoubt(person);
      fixture.orcid.willAnswer(refused, employments(), created(312));
      await fixture.sync({ connection: again });
      expect(fixture.calls().slice(-3)).toEqual(['GET /employments', 'GET /employments', 'POST /employment']);
      expect(await fixture.states({ connection: again })).toEqual(['present']);
    });

    it('finds it in the former client’s own name, which sees whatever it wrote, and moves it', async () => {
      const person = await fixture.someone({});
      const again = await someoneInDoubt(person);
      const [item] = await fixture.items(person);
      const there = employments({ putCode: 331, selfId: item?.self_id ?? '' });
      fixture.orcid.willAnswer(refused, there, refused, deleted, created(332));
      await fixture.sync({ connection: again });
      const [, look, , removal] = fixture.asked().filter(({ path }) => path.includes('/employment'));
      expect(fixture.calls().slice(-5)).toEqual([
        'GET /employments',
        'GET /employments',
        'GET /employments',
        'DELETE /employment/331',
        'POST /employment',
      ]);
      expect([look?.authorization, removal?.authorization]).not.toContain(`Bearer new-${person.connection.id}`);
      expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([
        ['withdrawn'],
        ['present'],
      ]);
    });

    it('creates it under the current client once two looks, an hour apart, have not found it', async () => {
      const person = await fixture.someone({});
      const again = await someoneInDoubt(person);
      for (const time of ['12:30', '13:00', '13:29']) {
        fixture.clock.moveTo(`2026-03-01T${time}:00Z`);
        fixture.orcid.willAnswer(refused, employments());
        await fixture.sync({ connection: again });
        expect(await fixture.states({ connection: again })).toEqual([]);
      }
      fixture.clock.moveTo('2026-03-01T13:30:00Z');
      fixture.orcid.willAnswer(refused, employments(), created(341));
      await fixture.sync({ connection: again });
      expect(fixture.calls().at(-1)).toBe('POST /employment');
      expect(await fixture.states({ connection: again })).toEqual(['present']);
    });

    it('is due every night until it is known, also when nobody asserts it any more', async () => {
      const person = await fixture.someone({});
      await someoneInDoubt(person);
      await fixture.assert(person, `starts = '2062-03-01'`);
      expect(await fixture.sweep(person)).toMatchObject({ due: 1, held: 0 });
    });

    it('leaves it in doubt where ORCID gives the former client no token any more', async () => {
      const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
      const { institution } = await fixture.institution();
      const client = await fixture.client(institution, 'APP-GONE000000000001');
      const person = await fixture.someoneOf({ institution, client }, {});
      const again = await someoneInDoubt(person);
      fixture.orcid.willAlwaysAnswer(/^\/oauth\/token$/, { status: 401, body: { error: 'invalid_client' } });
      for (const day of ['02', '03']) {
        fixture.clock.moveTo(`2026-03-${day}T12:00:00Z`);
        fixture.orcid.willAnswer(refused);
        await fixture.sync({ connection: again });
      }
      expect(fixture.calls().at(-1)).toBe('GET /employments');
      expect(await fixture.states({ connection: again })).toEqual([]);
      expect(await shown(person, again)).toEqual([['wanted', 'in-doubt']]);
      expect(said.mock.calls).toMatchObject([[{ clientId: client.clientId }]]);
      said.mockRestore();
    });
  });

  it('knows its own removal again whose answer was lost, and moves the item', async () => {
    const person = await someoneOfTheFormerClient(321);
    const again = await reconnect(person);
    fixture.orcid.willAnswer('hang-up');
    await expect(fixture.sync({ connection: again })).rejects.toThrow();
    const refused = { status: 401, body: { error: 'invalid_token' }, isList: true };
    fixture.orcid.willAnswer(refused, orcidError(404, 9016), created(322));
    await fixture.sync({ connection: again });
    expect(fixture.calls().slice(-4)).toEqual([
      'DELETE /employment/321',
      'GET /employments',
      'DELETE /employment/321',
      'POST /employment',
    ]);
    expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([
      ['withdrawn'],
      ['present'],
    ]);
  });

  it('still knows its own removal whose answer was lost after ORCID refused every token for a while', async () => {
    const person = await someoneOfTheFormerClient(351);
    const again = await reconnect(person);
    fixture.orcid.willAnswer('hang-up');
    await expect(fixture.sync({ connection: again })).rejects.toThrow();
    const refused = { status: 401, body: { error: 'invalid_token' } };
    const refusedList = { ...refused, isList: true };
    // With the old token, list and removal; with the new one, the list.
    fixture.orcid.willAnswer(refusedList, refused, refusedList);
    await fixture.sync({ connection: again });
    await fixture.sql(`update connection set doubted_since = null where id = ?`, again.id);
    fixture.orcid.willAnswer(refusedList, orcidError(404, 9016), created(352));
    await fixture.sync({ connection: again });
    expect([await fixture.states(person), await fixture.states({ connection: again })]).toEqual([
      ['withdrawn'],
      ['present'],
    ]);
  });

  it('forgets both tokens when the person disconnects in between', async () => {
    const person = await someoneOfTheFormerClient(241);
    await reconnect(person);
    await fixture.app.request(() => fixture.app.get(Connections).disconnect(person.person));
    expect(await tokensOf(person)).toBe(false);
    const jobs = new Set<string>();
    await fixture.app.get(JobQueue).drain('revoke-token', (job) => Promise.resolve(void jobs.add(job.retiredTokenId)));
    expect(jobs.size).toBeGreaterThanOrEqual(2);
  });
});
