import { ConnectionEnding, TokenRevocation } from '@ligature/connections';
import type { RecordAccess } from '@ligature/orcid-client';
import { SandboxProcess } from '@ligature/orcid-client/testing';
import { type Connection, InstitutionRepository, JobQueue } from '@ligature/persistence';
import { RecordClearing } from './record-clearing.ts';
import { SyncRecord } from './sync-record.ts';
import { EXAMPLES, RecordKeeper } from './testing/record-keeper.ts';
import { deleted, orcidError, SyncFixture } from './testing/sync-fixture.ts';
import { Worklist, type WorklistEntry } from './worklist.ts';
import { WorklistRemoval } from './worklist-removal.ts';

const ITEMS = EXAMPLES.filter(({ rowId }) => ['j-1', 'w-1', 'k-1'].includes(rowId));

describe('a connection that an operator ended, at the local ORCID', () => {
  let orcid: SandboxProcess;
  let access: RecordAccess;
  let keeper: RecordKeeper;
  let connection: Connection;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
  });

  beforeEach(async () => {
    access = await orcid.access(await orcid.someone());
    keeper = await RecordKeeper.start(orcid);
    connection = await keeper.connect(access);
    await keeper.state(ITEMS);
    await keeper.sync(connection);
  });

  afterEach(async () => (await keeper.stop()).drop());

  afterAll(() => orcid.stop());

  const end = (keepsItems = false) =>
    keeper.app.request(() => keeper.app.get(ConnectionEnding).end(connection.personId, { by: 'Grace', keepsItems }));
  const clear = () => keeper.app.request(() => keeper.app.get(RecordClearing).clear(connection.id));
  const job = () => keeper.app.request(() => keeper.app.get(SyncRecord).run(connection.id));
  const endTokens = () =>
    keeper.app
      .get(JobQueue)
      .drain('revoke-token', ({ retiredTokenId }) =>
        keeper.app.request(() => keeper.app.get(TokenRevocation).end(retiredTokenId)),
      );
  const standing = async (): Promise<string[]> =>
    (await orcid.client().items.itemsOf(await orcid.access(access.orcid))).map(({ section }) => section).toSorted();
  const listed = (): Promise<WorklistEntry[]> =>
    keeper.app.request(async () => {
      const institution = await keeper.app.get(InstitutionRepository).get(connection.institutionId);
      const entries: WorklistEntry[] = [];
      for await (const entry of keeper.app.get(Worklist).of(institution)) entries.push(entry);
      return entries;
    });

  it('has all that was written taken off first, and its token ended after that', async () => {
    expect(await standing()).toEqual(['employment', 'keyword', 'work']);
    expect(await end()).toEqual({ ids: [connection.id], toClear: [connection.id] });
    expect(await clear()).toEqual({ before: 3, left: 0 });
    expect(await standing()).toEqual([]);
    await job();
    expect(await keeper.sql(`select access_token from connection where id = ?`, connection.id)).toEqual([
      { access_token: null },
    ]);
    expect(await endTokens()).toBe(1);
    await expect(orcid.client().items.itemsOf(access)).rejects.toThrow();
    const trail = await keeper.sql(
      `select actor, action, detail ->> 'by' as by, detail ->> 'items' as items from audit_event
        where action = 'connection.ended-by-operator' or action = 'item.removed' order by id`,
    );
    const removed = { actor: 'operator', action: 'item.removed', by: 'Grace', items: null };
    expect(trail).toEqual([
      { actor: 'operator', action: 'connection.ended-by-operator', by: 'Grace', items: 'remove' },
      removed,
      removed,
      removed,
    ]);
  });

  it('is written to no more, however late a job comes', async () => {
    await end();
    await job();
    expect(await standing()).toEqual([]);
    await keeper.sync(connection);
    expect(await standing()).toEqual([]);
  });

  it('keeps what was written where the operator says so, and its token is ended at once', async () => {
    expect(await end(true)).toEqual({ ids: [connection.id], toClear: [] });
    expect(await clear()).toEqual({ before: 0, left: 0 });
    expect(await endTokens()).toBe(1);
    expect(await standing()).toEqual(['employment', 'keyword', 'work']);
    expect(await listed()).toEqual([]);
  });

  it('has its items on the worklist while the record takes no change, to be removed later with the same token', async () => {
    await orcid.change(access.orcid, { state: 'locked' });
    await end();
    expect(await clear()).toEqual({ before: 3, left: 3, obstacle: 'blocked' });
    const entries = await listed();
    expect(entries.map(({ reason, isRemovable }) => [reason.kind, isRemovable])).toEqual(
      Array.from({ length: 3 }, () => ['not-theirs', true]),
    );
    await orcid.change(access.orcid, { state: 'active' });
    const first = entries[0]?.item.itemId ?? '';
    const removed = keeper.app.request(async () => {
      const institution = await keeper.app.get(InstitutionRepository).get(connection.institutionId);
      return keeper.app.get(WorklistRemoval).remove(institution, first, 'Grace');
    });
    expect(await removed).toBe('removed');
    await job();
    expect(await standing()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('has its items taken off also when the owner of the iD took the permission back before', async () => {
    await orcid.revokeAsUser(access);
    await end();
    expect(await clear()).toEqual({ before: 3, left: 0 });
    expect(await standing()).toEqual([]);
  });

  it('is ended once: a second time there is nothing to end', async () => {
    await end();
    expect(await end()).toBeUndefined();
  });
});

describe('a connection that an operator ended, when ORCID', () => {
  let fixture: SyncFixture;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => {
    fixture.reset();
  });

  afterAll(() => fixture.stop());

  const ended = async () => {
    const connected = await fixture.someone({});
    fixture.orcid.willAnswer({ status: 201, headers: { Location: 'https://api/x/employment/71' } });
    await fixture.sync(connected);
    const { person } = connected;
    await fixture.app.request(() =>
      fixture.app.get(ConnectionEnding).end(person.id, { by: 'Grace', keepsItems: false }),
    );
    fixture.orcid.seen.splice(0);
    return connected;
  };
  const clear = (id: string) => fixture.app.request(() => fixture.app.get(RecordClearing).clear(id));
  const job = (id: string) => fixture.app.request(() => fixture.app.get(SyncRecord).run(id));
  const token = async (id: string) =>
    (
      await fixture.sql<{ kept: boolean }>(`select access_token is not null as kept from connection where id = ?`, id)
    )[0]?.kept;

  it('does not answer, is not forgotten: the job takes the rest off, and ends the token then only', async () => {
    const { connection } = await ended();
    fixture.orcid.willAnswer({ status: 500, body: {} });
    await expect(clear(connection.id)).rejects.toThrow();
    expect(await token(connection.id)).toBe(true);
    fixture.clock.moveTo('2026-03-01T12:30:00Z');
    fixture.orcid.standsThere({ status: 200, body: { 'affiliation-group': [] } });
    fixture.orcid.willAnswer(deleted);
    await job(connection.id);
    fixture.clock.moveTo('2026-03-01T14:30:00Z');
    await job(connection.id);
    fixture.orcid.standsThere(undefined);
    expect(await token(connection.id)).toBe(false);
    expect(await fixture.states({ connection })).toEqual(['withdrawn']);
  });

  it('refuses the token, keeps it for two weeks, and then has it ended', async () => {
    const { connection } = await ended();
    const refused = { status: 401, body: { error: 'invalid_token', error_description: 'Invalid access token: tok' } };
    fixture.orcid.willAnswer(refused);
    expect(await clear(connection.id)).toEqual({ before: 1, left: 1, obstacle: 'refused' });
    fixture.orcid.willAnswer(refused);
    await job(connection.id);
    expect(await token(connection.id)).toBe(true);
    fixture.clock.moveTo('2026-03-16T12:00:00Z');
    fixture.orcid.willAnswer(refused);
    await job(connection.id);
    expect(await token(connection.id)).toBe(false);
    expect(await fixture.states({ connection })).toEqual(['present']);
  });

  it('did not find an item, has nothing left to remove', async () => {
    const { connection } = await ended();
    fixture.orcid.willAnswer(orcidError(404, 9016));
    expect(await clear(connection.id)).toEqual({ before: 1, left: 0 });
  });
});
