import { ConnectionMove, PersonMerge, TokenProvider, TokenRevocation } from '@ligature/connections';
import { anOrcidId } from '@ligature/orcid-model/testing';
import type { Person } from '@ligature/persistence';
import { anAssertion, anEmploymentContent, aPerson, aStaffId } from '@ligature/persistence/testing';
import { type Connected, created, deleted, SyncFixture } from './testing/sync-fixture.ts';

const OTHER_JOB = anEmploymentContent({ role: 'Archivist' });

describe('people who were mixed up', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => {
    fixture.reset();
  });

  afterAll(() => fixture.stop());

  const move = (from: Person, to: Person) =>
    fixture.app.request(() => fixture.app.get(ConnectionMove).move(from.id, to.id, 'Grace'));
  const merge = (source: Person, target: Person) =>
    fixture.app.request(() => fixture.app.get(PersonMerge).merge(source.id, target.id, 'Grace'));
  const lentToken = (connectionId: string) =>
    fixture.app.request(() =>
      fixture.app
        .get(TokenProvider)
        .withAccessToken(connectionId, 'read', ({ token }) => Promise.resolve(token.reveal())),
    );
  const holder = ({ connection }: Connected) =>
    fixture.sql(`select person_id, ended_at from connection where id = ?`, connection.id);
  const trail = ({ id }: Person) =>
    fixture.sql<{ action: string; by: string; reason: string | null }>(
      `select action, detail ->> 'by' as by, detail ->> 'reason' as reason from audit_event
        where detail ->> 'by' is not null and (subject_id = ? or detail ->> 'to' = ?) order by id`,
      id,
      id,
    );
  const consents = async (...people: Person[]) => {
    const rows = await fixture.sql<{ id: string; consent: string }>(`select id, consent from person`);
    return people.map(({ id }) => rows.find((row) => row.id === id)?.consent);
  };

  /** Two people of one institution: the first is connected, with two jobs written; the second has the one of them too. */
  const mixedUp = async () => {
    const first = await fixture.someone({}, { content: OTHER_JOB });
    fixture.orcid.willAnswer(created(71), created(72));
    await fixture.sync(first);
    const second = aPerson(first.institution, { displayName: 'Ben Example' });
    const [number, personKey] = ['900001', '900001'];
    await fixture.app.store(second, aStaffId(second, number), anAssertion(second, { personKey, rowKey: 'B-1' }));
    fixture.orcid.seen.splice(0);
    return { first, second };
  };

  describe('a connection that is moved to whose iD it is', () => {
    it('takes its permission along, and what is said of both with its put-code: no second item is written', async () => {
      const { first, second } = await mixedUp();
      expect(await move(first.person, second)).toEqual({
        kind: 'moved',
        orcid: first.connection.orcid,
        followed: 1,
        toRemove: 1,
      });
      expect(await holder(first)).toEqual([{ person_id: second.id, ended_at: null }]);
      expect(await lentToken(first.connection.id)).toBe('tok');
      expect(await consents(first.person, second)).toEqual(['disconnected', 'active']);

      fixture.orcid.willAnswer(deleted);
      await fixture.sync(first);
      expect(fixture.calls()).toEqual(['DELETE /employment/72']);
      const standing = await fixture.sql(
        `select item.put_code::int as code, assertion.person_id from record_item item
           join assertion on assertion.id = item.assertion_id where item.connection_id = ? and item.state = 'present'`,
        first.connection.id,
      );
      expect(standing).toEqual([{ code: 71, person_id: second.id }]);
      expect(await trail(second)).toEqual([{ action: 'connection.moved', by: 'Grace', reason: null }]);
    });

    it('stays where it is when the second is connected too, or has nothing to do with it, and that is in the trail', async () => {
      const { first, second } = await mixedUp();
      await fixture.app.store(await fixture.sealed(second, first.client, anOrcidId(777_001)));
      expect(await move(first.person, second)).toEqual({ kind: 'has-another-id' });
      expect(await holder(first)).toEqual([{ person_id: first.person.id, ended_at: null }]);
      expect(await trail(first.person)).toEqual([
        { action: 'connection.refused', by: 'Grace', reason: 'has-another-id' },
      ]);
    });

    it('cannot go to who was connected with the same iD before', async () => {
      const { first, second } = await mixedUp();
      const before = await fixture.sealed(second, first.client, first.connection.orcid);
      before.markDisconnected(new Date('2026-02-01T12:00:00Z'));
      await fixture.app.store(before);
      expect(await move(first.person, second)).toEqual({ kind: 'had-this-id' });
    });
  });

  describe('two who are one', () => {
    it('become one, with assertions, staff ids, connection and items of both, and the old id goes on naming them', async () => {
      const { first, second } = await mixedUp();
      expect(await merge(first.person, second)).toBe('merged');
      expect(await fixture.sql(`select 1 from person where id = ?`, first.person.id)).toEqual([]);
      expect(await fixture.sql(`select person_id, merged_by from merged_person where id = ?`, first.person.id)).toEqual(
        [{ person_id: second.id, merged_by: 'Grace' }],
      );
      expect(await holder(first)).toEqual([{ person_id: second.id, ended_at: null }]);
      expect(await lentToken(first.connection.id)).toBe('tok');
      expect(await consents(second)).toEqual(['active']);
      expect(await fixture.sql(`select 1 from assertion where person_id = ?`, second.id)).toHaveLength(3);
      expect(await fixture.sql(`select 1 from person_staff_id where person_id = ?`, second.id)).toHaveLength(2);
      expect(await fixture.states(first)).toEqual(['present', 'present']);
      expect(await trail(second)).toEqual([{ action: 'person.merged', by: 'Grace', reason: null }]);
    });

    it('become one also the other way round, when nothing of the first is connected', async () => {
      const { first, second } = await mixedUp();
      expect(await merge(second, first.person)).toBe('merged');
      expect(await holder(first)).toEqual([{ person_id: first.person.id, ended_at: null }]);
    });

    it('keep the put-codes of both where both were connected with one iD, one after the other', async () => {
      const { first, second } = await mixedUp();
      await fixture.sql(
        `update connection set ended_at = now(), ended_by = 'disconnected', access_token = null where id = ?`,
        first.connection.id,
      );
      const own = await fixture.sealed(second, first.client, first.connection.orcid, 'token-of-second');
      await fixture.app.store(own);
      expect(await merge(first.person, second)).toBe('merged');
      const rows = await fixture.sql(`select id, person_id from connection where orcid = ?`, own.orcid);
      expect(rows).toEqual([{ id: own.id, person_id: second.id }]);
      expect(await lentToken(own.id)).toBe('token-of-second');
      const codes = await fixture.sql(
        `select put_code::int as code from record_item where connection_id = ? order by put_code`,
        own.id,
      );
      expect(codes).toEqual([{ code: 71 }, { code: 72 }]);
    });

    it('stay two while both are connected, and that is in the trail', async () => {
      const { first, second } = await mixedUp();
      await fixture.app.store(await fixture.sealed(second, first.client, anOrcidId(777_002)));
      expect(await merge(first.person, second)).toBe('both-connected');
      expect(await trail(second)).toEqual([{ action: 'person.not-merged', by: 'Grace', reason: 'both-connected' }]);
      expect(await fixture.sql(`select 1 from person where id = ?`, first.person.id)).toHaveLength(1);
    });

    it('lose no token that waits to be ended: it is sealed for who remains', async () => {
      const { first, second } = await mixedUp();
      await fixture.app.request(() => fixture.app.get(TokenProvider).retire(first.connection.id));
      expect(await merge(first.person, second)).toBe('merged');
      fixture.orcid.willAlwaysAnswer(/^\/oauth\/revoke$/, { status: 200 });
      const [token] = await fixture.sql<{ id: string }>(`select id from retired_token where person_id = ?`, second.id);
      await fixture.app.request(() => fixture.app.get(TokenRevocation).end(token?.id ?? ''));
      const revoked = fixture.orcid.seen.find(({ path }) => path === '/oauth/revoke');
      expect(new URLSearchParams(revoked?.body).get('token')).toBe('tok');
    });
  });
});
