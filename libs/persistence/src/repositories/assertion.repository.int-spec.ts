import { anEmploymentContent, anInstitution, aStaffId, TestModule } from '../testing/index.ts';
import { AssertionRepository, type StatedAssertion } from './assertion.repository.ts';
import { PersonRepository } from './person.repository.ts';

const at = new Date('2026-02-01T00:00:00Z');
const STAFF_ID = '000042';
const stated = (rowKey: string, given: Partial<StatedAssertion> = {}): StatedAssertion => ({
  personKey: STAFF_ID,
  rowKey,
  section: 'employment',
  content: anEmploymentContent({ department: 'Physik & Überraschung', role: '教授' }),
  starts: '2021-03',
  ends: null,
  ...given,
});

const counts = (rows: readonly { added: boolean }[]) => {
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added };
};

describe('what a feed states', () => {
  let app: TestModule;
  let assertions: AssertionRepository;
  const feedOf = (institution: { id: string }, feed = 'hr') => ({
    institutionId: institution.id,
    feed,
    space: 'staff',
  });

  beforeAll(async () => {
    app = await TestModule.start();
    assertions = app.get(AssertionRepository);
  });

  afterAll(() => app.close());

  /** An institution whose feed states one person. */
  const anInstitutionWithAPerson = async (...rows: StatedAssertion[]) => {
    const institution = anInstitution();
    await app.store(institution);
    await app.request(async () => {
      await app.get(PersonRepository).keepStated(institution.id, 'staff', [{ staffId: STAFF_ID }], at);
      await assertions.keep(feedOf(institution), rows, at);
    });
    return institution;
  };
  const about = async (institution: { id: string }) => {
    const person = await app.get(PersonRepository).findByStaffId(institution.id, { space: 'staff', staffId: STAFF_ID });
    return assertions.ofPeople([person!.id]);
  };

  it('is added, changed where it differs, and left alone where it does not', async () => {
    const institution = await anInstitutionWithAPerson(stated('1'), stated('2'));
    await app.request(async () => {
      const again = [stated('1'), stated('2', { ends: '2026-01-31' }), stated('3')];
      expect(counts(await assertions.keep(feedOf(institution), again, at))).toEqual({ added: 1, changed: 1 });
      expect((await about(institution)).map(({ rowKey, ends, content }) => [rowKey, ends, content])).toEqual([
        ['1', null, stated('1').content],
        ['2', '2026-01-31', stated('2').content],
        ['3', null, stated('3').content],
      ]);
    });
  });

  it('becomes absent when the feed no longer lists it, once, and present again when it does', async () => {
    const institution = await anInstitutionWithAPerson(stated('1'), stated('2'));
    await app.request(async () => {
      const listed = [{ personKey: STAFF_ID, rowKey: '1' }];
      expect(await assertions.markAbsent(feedOf(institution), listed, '2026-02-01', at)).toBe(1);
      expect(await assertions.markAbsent(feedOf(institution), listed, '2026-02-02', at)).toBe(0);
      expect(await assertions.countPresent(feedOf(institution))).toBe(1);
      expect((await about(institution)).map(({ rowKey, absentSince }) => [rowKey, absentSince])).toEqual([
        ['1', null],
        ['2', '2026-02-01'],
      ]);
      expect(counts(await assertions.keep(feedOf(institution), [stated('2')], at))).toEqual({ added: 0, changed: 1 });
      expect(await assertions.countPresent(feedOf(institution))).toBe(2);
    });
  });

  it('is not absent when the feed lists it by another number of the same person, and stays the same assertion', async () => {
    const institution = await anInstitutionWithAPerson(stated('1'), stated('2'));
    await app.request(async () => {
      const feed = feedOf(institution);
      const person = await app
        .get(PersonRepository)
        .findByStaffId(institution.id, { space: 'staff', staffId: STAFF_ID });
      await app.store(aStaffId(person!, '000777'));
      const ids = (await about(institution)).map(({ rowKey, id }) => [rowKey, id]);
      const moved = [stated('1', { personKey: '000777', ends: '2026-12-31' })];
      await assertions.keep(feed, moved, at);
      expect(await assertions.markAbsent(feed, moved, '2026-02-01', at)).toBe(1);
      const rows = await about(institution);
      expect(rows.map(({ rowKey, id }) => [rowKey, id])).toEqual(ids);
      expect(rows.map(({ personKey, ends, absentSince }) => [personKey, ends, absentSince])).toEqual([
        ['000777', '2026-12-31', null],
        [STAFF_ID, null, '2026-02-01'],
      ]);
    });
  });

  it('is never touched by another feed, nor by another institution', async () => {
    const [institution, other] = [
      await anInstitutionWithAPerson(stated('1')),
      await anInstitutionWithAPerson(stated('1')),
    ];
    await app.request(async () => {
      await assertions.markAbsent(feedOf(institution, 'projects'), [], '2026-02-03', at);
      await assertions.markAbsent(feedOf(other), [], '2026-02-03', at);
      expect(await assertions.countPresent(feedOf(institution))).toBe(1);
    });
  });

  it('may get another key, and stays the same assertion', async () => {
    const institution = await anInstitutionWithAPerson(stated('1'), stated('2'));
    await app.request(async () => {
      const feed = feedOf(institution);
      const ids = new Map((await about(institution)).map(({ rowKey, id }) => [rowKey, id]));
      const listed = [
        { personKey: STAFF_ID, rowKey: '2' },
        { personKey: STAFF_ID, rowKey: '3' },
      ];
      expect(await assertions.neverStated(feed, listed)).toEqual([{ personKey: STAFF_ID, rowKey: '3' }]);
      expect((await assertions.rowsAbout(feed, [STAFF_ID])).map(({ rowKey }) => rowKey).sort()).toEqual(['1', '2']);
      await assertions.rename(feed, [{ personKey: STAFF_ID, rowKey: '1', newKey: '3' }], at);
      const renamed = new Map((await about(institution)).map(({ rowKey, id }) => [rowKey, id]));
      expect(renamed).toEqual(
        new Map([
          ['3', ids.get('1')],
          ['2', ids.get('2')],
        ]),
      );
      expect(counts(await assertions.keep(feed, [stated('3')], at))).toEqual({ added: 0, changed: 0 });
    });
  });

  it('is found by its own key, its person’s, and in its own feed only', async () => {
    const institution = await anInstitutionWithAPerson(stated('1'), stated('2'));
    await app.request(async () => {
      const keysOf = async (feed: string, ...texts: string[]) =>
        (await assertions.presentBearing(feedOf(institution, feed), texts)).map(({ rowKey }) => rowKey).sort();
      expect(await keysOf('hr', '2', 'Total: 5')).toEqual(['2']);
      expect(await keysOf('hr', STAFF_ID)).toEqual(['1', '2']);
      expect(await keysOf('items', STAFF_ID)).toEqual([]);
    });
  });
});

describe('the people a feed states', () => {
  let app: TestModule;
  let people: PersonRepository;
  const institution = anInstitution();

  beforeAll(async () => {
    app = await TestModule.start();
    people = app.get(PersonRepository);
    await app.store(institution);
  });

  afterAll(() => app.close());

  const keep = (stated: Parameters<PersonRepository['keepStated']>[2][number], space = 'staff') =>
    app.request(() => people.keepStated(institution.id, space, [stated], at));
  const find = (staffId: string, space = 'staff') =>
    app.request(() => people.findByStaffId(institution.id, { space, staffId }));

  it('are known before they sign in, by what the feed says of them', async () => {
    await keep({ staffId: '1', displayName: 'Lena Brandt', mail: 'lb@example.edu', department: ['Library', 'Data'] });
    expect(await find('1')).toMatchObject({
      displayName: 'Lena Brandt',
      mail: 'lb@example.edu',
      department: ['Library', 'Data'],
      signedInAt: null,
      consent: 'none',
    });
  });

  it('keep what the feed does not state, and lose what it states to be empty', async () => {
    await keep({ staffId: '2', displayName: 'Lena', mail: 'lb@example.edu', categories: ['Professor'] });
    await keep({ staffId: '2', mail: null });
    expect(await find('2')).toMatchObject({ displayName: 'Lena', mail: null, categories: ['Professor'] });
  });

  it('are named as their own sign-in names them, once there was one', async () => {
    await keep({ staffId: '3', displayName: 'BRANDT LENA' });
    await app.request(async () => {
      const person = await people.findByStaffId(institution.id, { space: 'staff', staffId: '3' });
      person!.signIn({ displayName: 'Lena Brandt' }, at);
      await app.store(person!);
    });
    await keep({ staffId: '3', displayName: 'BRANDT LENA', department: ['Library'] });
    expect(await find('3')).toMatchObject({ displayName: 'Lena Brandt', department: ['Library'] });
  });

  it('are other people in another number space', async () => {
    await keep({ staffId: '4', displayName: 'Lena' });
    await keep({ staffId: '4', displayName: 'Leon' }, 'students');
    expect((await find('4'))?.id).not.toBe((await find('4', 'students'))?.id);
  });
});
