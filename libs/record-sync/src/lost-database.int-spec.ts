import type { RecordAccess } from '@ligature/orcid-client';
import { OTHERS, SandboxProcess, US } from '@ligature/orcid-client/testing';
import type { ListedItem } from '@ligature/orcid-model';
import type { Connection } from '@ligature/persistence';
import { copyTestDatabase } from '@ligature/persistence/testing';
import { EXAMPLES, type ItemLine, RecordKeeper } from './testing/record-keeper.ts';

const rowsOf = (...rows: string[]): ItemLine[] => EXAMPLES.filter(({ rowId }) => rows.includes(rowId));
const [ADDRESS, EMPLOYMENT] = [rowsOf('a-1'), rowsOf('j-1')];

/** The same with other words, where a word says nothing of which item it is. */
const corrected: readonly ItemLine[] = EXAMPLES.map((line) => {
  const content = line['content'] as Record<string, unknown> | string;
  if (typeof content === 'string') return line;
  const word = ['role', 'title', 'name'].find((member) => member in content);
  const isText = word !== undefined && line['section'] !== 'peer-review';
  return isText ? { ...line, content: { ...content, [word]: `${String(content[word])} (corrected)` } } : line;
});

describe('a record whose database was lost', () => {
  let orcid: SandboxProcess;
  let access: RecordAccess;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
  });

  beforeEach(async () => {
    access = await orcid.access(await orcid.someone());
    await orcid.calls();
  });

  afterAll(() => orcid.stop());

  const standing = (): Promise<readonly ListedItem[]> => orcid.client().items.itemsOf(access);
  const putCodes = async (): Promise<string[]> => (await standing()).map(({ putCode }) => putCode).toSorted();
  const written = async (): Promise<string[]> => {
    const calls = await orcid.calls();
    return calls.filter(({ method, url }) => method !== 'GET' && /\d{4}-\d{4}/.test(url)).map(({ method }) => method);
  };
  const read = async (): Promise<number> =>
    (await orcid.calls()).filter(({ method, url }) => method === 'GET' && /\d{4}-\d{4}/.test(url)).length;

  /** A database in which these items were written, and is gone. */
  const writeAndLose = async (lines: readonly ItemLine[], by = access, client = US): Promise<void> => {
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(by, client);
    await keeper.state(lines);
    await keeper.sync(connection);
    await (await keeper.stop()).drop();
  };
  const over = async (keeper: RecordKeeper): Promise<void> => (await keeper.stop()).drop();
  /** Every item that stands there is known by its put-code, once. */
  const expectAllKnown = async (keeper: RecordKeeper, connection: Connection, items: number): Promise<void> => {
    const known = await keeper.known(connection);
    expect(known.map(({ putCode }) => putCode).toSorted()).toEqual(await putCodes());
    expect(known.map(({ state }) => state)).toEqual(Array.from({ length: items }, () => 'present'));
  };

  it('is found again by one restored from a backup: what was written since is adopted, and nothing is written twice', async () => {
    const first = await RecordKeeper.start(orcid);
    const connection = await first.connect(access);
    await first.state(EXAMPLES.slice(0, 8));
    await first.sync(connection);
    const database = await first.stop();
    const backup = await copyTestDatabase(database);
    const second = await RecordKeeper.start(orcid, database);
    await second.state(corrected);
    await second.sync(connection);
    await over(second);
    const before = await putCodes();

    const restored = await RecordKeeper.start(orcid, backup);
    await restored.state(corrected);
    await restored.sync(connection);
    expect(await putCodes()).toEqual(before);
    await expectAllKnown(restored, connection, EXAMPLES.length);
    await written();
    await restored.sync(connection);
    expect(await written()).toEqual([]);
    await over(restored);
  });

  it('is looked at for what a backup says was being written, though it was changed later', async () => {
    const first = await RecordKeeper.start(orcid);
    const connection = await first.connect(access);
    await first.state(EMPLOYMENT);
    await orcid.fault({ effect: 'reset-after', method: 'POST', times: 1 });
    await first.sync(connection).catch(() => undefined);
    await orcid.noFaults();
    const database = await first.stop();
    const backup = await copyTestDatabase(database);
    await database.drop();
    const [item] = await standing();
    if (item?.section !== 'employment') throw new Error('It was not written.');
    const changed = { section: 'employment', content: { ...item.content, role: 'Professor' } } as const;
    await orcid.client().items.replace(access, item.putCode, changed);

    const restored = await RecordKeeper.start(orcid, backup);
    await restored.sql(`update write_intent set begun_at = begun_at - interval '1 day'`);
    await restored.sync(connection);
    await expectAllKnown(restored, connection, 1);
    expect((await standing())[0]?.content).toMatchObject({ role: 'Research Data Steward' });
    await over(restored);
  });

  it('is found under another put-code than a backup knows, by the daily check', async () => {
    const restored = await RecordKeeper.start(orcid);
    const connection = await restored.connect(access);
    await restored.state(EMPLOYMENT);
    await restored.sync(connection);
    const [known] = await standing();
    if (known?.section !== 'employment') throw new Error('It was not written.');
    await orcid.client().items.remove(access, 'employment', known.putCode);
    const again = await orcid.client().items.create(access, { section: 'employment', content: known.content });
    await restored.sql(`update record_item set written_at = written_at - interval '2 days'`);
    await restored.check(connection);
    expect(await restored.known(connection)).toEqual([{ row: 'j-1', state: 'present', putCode: again }]);
    await over(restored);
  });

  it('is found again by an empty one when the person connects again, also where content has changed meanwhile', async () => {
    await writeAndLose(EXAMPLES);
    const before = await putCodes();
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(access);
    await keeper.state(corrected);
    await keeper.sync(connection);
    expect(await putCodes()).toEqual(before);
    await expectAllKnown(keeper, connection, EXAMPLES.length);
    expect((await standing()).filter(({ content }) => JSON.stringify(content).includes('(corrected)'))).not.toEqual([]);
    await written();
    await keeper.sync(connection);
    expect(await written()).toEqual([]);
    await over(keeper);
  });

  it('takes an item by its content that HR calls by another id since', async () => {
    await writeAndLose(EMPLOYMENT);
    const before = await putCodes();
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(access);
    await keeper.state(EMPLOYMENT.map((line) => ({ ...line, rowId: 'renumbered' })));
    await keeper.sync(connection);
    expect(await putCodes()).toEqual(before);
    await expectAllKnown(keeper, connection, 1);
    await over(keeper);
  });

  it('costs no write for what stands there as it should, where a list shows all of it', async () => {
    await writeAndLose([...ADDRESS, ...EMPLOYMENT]);
    await written();
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(access);
    await keeper.state([...ADDRESS, ...EMPLOYMENT]);
    await keeper.sync(connection);
    expect(await written()).toEqual([]);
    await over(keeper);
  });

  it('keeps the oldest of two that ORCID took, and removes the other', async () => {
    await writeAndLose(ADDRESS);
    await orcid.client().items.create(access, { section: 'address', content: 'DE' });
    const [oldest] = await putCodes();
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(access);
    await keeper.state(ADDRESS);
    await keeper.sync(connection);
    expect(await putCodes()).toEqual([oldest]);
    await expectAllKnown(keeper, connection, 1);
    await over(keeper);
  });

  it('does not write what a former client of the institution has standing there, and knows its put-code', async () => {
    const theirs = await orcid.access(access.orcid, ['/read-limited', '/activities/update', '/person/update'], OTHERS);
    await writeAndLose([...ADDRESS, ...EMPLOYMENT], theirs, OTHERS);
    const before = await putCodes();
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(access, US, [OTHERS]);
    await keeper.state([...ADDRESS, ...EMPLOYMENT]);
    await keeper.sync(connection);
    expect(await putCodes()).toEqual(before);
    const known = await keeper.known(connection);
    expect(known.map(({ state }) => state)).toEqual(['notOurs', 'notOurs']);
    expect(known.map(({ putCode }) => putCode).toSorted()).toEqual(before);
    await over(keeper);
  });

  it.each(['CLIENT_REVOKED', 'USER_REVOKED'] as const)(
    'is found again by a backup from before it moved to another client, when the person connects again (%s)',
    async (ended) => {
      const everything = ['/read-limited', '/activities/update', '/person/update'] as const;
      const theirs = await orcid.access(access.orcid, everything, OTHERS);
      const first = await RecordKeeper.start(orcid);
      const lost = await first.connect(theirs, OTHERS);
      await first.state([...ADDRESS, ...EMPLOYMENT]);
      await first.sync(lost);
      const database = await first.stop();
      const backup = await copyTestDatabase(database);
      const second = await RecordKeeper.start(orcid, database);
      await second.sync(await second.connectAgain(lost, access, US));
      await over(second);
      const before = await putCodes();
      if (ended === 'CLIENT_REVOKED') await orcid.client().tokens.revoke(OTHERS, theirs.token);
      else await orcid.admin('POST', '/revoke-as-user', { orcid: access.orcid, clientId: OTHERS.clientId });

      const restored = await RecordKeeper.start(orcid, backup);
      const connection = await restored.connectAgain(lost, access, US);
      await restored.sync(connection);
      await restored.sql(`update record_item set missing_since = missing_since - interval '2 hours'`);
      await restored.sync(connection);
      expect(await putCodes()).toEqual(before);
      await expectAllKnown(restored, connection, 2);
      await over(restored);
    },
  );

  it('is asked once where something is to be created, and not at all where nothing is', async () => {
    const keeper = await RecordKeeper.start(orcid);
    const connection = await keeper.connect(access);
    await keeper.state(EXAMPLES);
    await keeper.sync(connection);
    expect(await read()).toBe(1);
    await keeper.sync(connection);
    await keeper.state(corrected);
    await keeper.sync(connection);
    expect(await read()).toBe(0);
    await over(keeper);
  });
});
