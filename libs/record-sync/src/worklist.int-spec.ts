import { Connections } from '@ligature/connections';
import type { RecordAccess } from '@ligature/orcid-client';
import { SandboxProcess } from '@ligature/orcid-client/testing';
import { type Connection, InstitutionRepository, Person } from '@ligature/persistence';
import { EntityManager } from '@mikro-orm/postgresql';
import { RecordCheck } from './record-check.ts';
import { EXAMPLES, type ItemLine, RecordKeeper } from './testing/record-keeper.ts';
import { Worklist, type WorklistEntry } from './worklist.ts';
import { type RemovalOutcome, WorklistRemoval } from './worklist-removal.ts';

const [JOB, WORK, KEYWORD] = ['j-1', 'w-1', 'k-1'].map((row) => EXAMPLES.filter(({ rowId }) => rowId === row));
const ITEMS = [...(JOB ?? []), ...(WORK ?? []), ...(KEYWORD ?? [])];
const LEFT: readonly ItemLine[] = (JOB ?? []).map((line) => ({ ...line, ends: '2026-01-31' }));
const WITHDRAWN: readonly ItemLine[] = [{ rowId: 'w-1', withdraw: true }];

describe('the worklist', () => {
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

  const institution = () => keeper.app.get(InstitutionRepository).get(connection.institutionId);
  const listed = (): Promise<WorklistEntry[]> =>
    keeper.app.request(async () => {
      const entries: WorklistEntry[] = [];
      for await (const entry of keeper.app.get(Worklist).of(await institution())) entries.push(entry);
      return entries;
    });
  const summary = async () =>
    (await listed()).map(({ item, reason, isRemovable }) => [item.section, reason.kind, isRemovable]).toSorted();
  const remove = (itemId = ''): Promise<RemovalOutcome> =>
    keeper.app.request(async () => keeper.app.get(WorklistRemoval).remove(await institution(), itemId, 'Grace'));
  const standing = async (): Promise<string[]> =>
    (await orcid.client().items.itemsOf(await orcid.access(access.orcid))).map(({ section }) => section).toSorted();
  /** The owner takes the permission back at ORCID, and we are told so twice. */
  const revoke = async (): Promise<void> => {
    await orcid.revokeAsUser(access);
    await keeper.app.request(() => keeper.app.get(RecordCheck).checkNow(connection.id, 1));
  };

  it('is empty while the permission stands, whatever has changed', async () => {
    await keeper.state([...LEFT, ...WITHDRAWN]);
    expect(await listed()).toEqual([]);
  });

  it('names leavers and what was withdrawn after the permission was taken back, and nothing that is as true as before', async () => {
    await revoke();
    expect(await listed()).toEqual([]);
    const promoted = LEFT.map((line) => ({
      ...line,
      ends: undefined,
      content: { ...(line['content'] as object), role: 'Head' },
    }));
    await keeper.state(promoted);
    expect(await listed()).toEqual([]);
    await keeper.state([...LEFT, ...WITHDRAWN]);
    expect(await summary()).toEqual([
      ['employment', 'ended', true],
      ['work', 'withdrawn', true],
    ]);
    const [job] = (await listed()).filter(({ reason }) => reason.kind === 'ended');
    expect(job).toMatchObject({
      reason: { end: '2026-01-31' },
      item: { orcid: access.orcid, name: 'Ada Example', staffIds: ['000420'], endedBy: 'revoked' },
    });
  });

  it('lets a person remove an item with the permission that was taken back, and keeps who decided', async () => {
    await revoke();
    await keeper.state(LEFT);
    const [job] = await listed();
    expect(await remove(job?.item.itemId)).toBe('removed');
    expect(await standing()).toEqual(['keyword', 'work']);
    expect(await listed()).toEqual([]);
    expect(await remove(job?.item.itemId)).toBe('not-listed');
    const trail = await keeper.sql(
      `select actor, detail ->> 'by' as by from audit_event where action = 'item.removed' and subject_id = ?`,
      job?.item.itemId,
    );
    expect(trail).toEqual([{ actor: 'operator', by: 'Grace' }]);
  });

  it('keeps an item listed that ORCID refuses to remove', async () => {
    await revoke();
    await keeper.state(LEFT);
    const [job] = await listed();
    await orcid.change(access.orcid, { state: 'locked' });
    expect(await remove(job?.item.itemId)).toBe('refused');
    expect(await summary()).toEqual([['employment', 'ended', true]]);
    await orcid.change(access.orcid, { state: 'active' });
    expect(await remove(job?.item.itemId)).toBe('removed');
  });

  it('says so where only the owner can do something: they disconnected here', async () => {
    await keeper.app.request(async () => {
      const person = await keeper.app.get(EntityManager).findOneOrFail(Person, { id: connection.personId });
      await keeper.app.get(Connections).disconnect(person);
    });
    await keeper.state([...LEFT, ...WITHDRAWN]);
    expect(await summary()).toEqual([
      ['employment', 'ended', false],
      ['work', 'withdrawn', false],
    ]);
    const [first] = await listed();
    expect(await remove(first?.item.itemId)).toBe('owner-only');
  });

  it('is empty again when the person has connected again', async () => {
    await revoke();
    await keeper.state([...LEFT, ...WITHDRAWN]);
    expect(await listed()).toHaveLength(2);
    await keeper.sql(`update connection set ended_at = null, ended_by = null where id = ?`, connection.id);
    expect(await listed()).toEqual([]);
  });
});
