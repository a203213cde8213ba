import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_SECTIONS, type Section, type Work } from '@ligature/orcid-model';
import { aWork } from '@ligature/orcid-model/testing';
import { AssertionRepository, type Institution, PersonRepository } from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { AssertionsModule } from './assertions.module.ts';
import { FeedFile } from './feed-file.ts';
import type { ItemReport, ItemsOptions, ItemsOutcome } from './import-outcome.ts';
import { ItemsFile } from './items-file.ts';
import { ItemsImport } from './items-import.ts';
import { PeopleImport } from './people-import.ts';
import { anExport, aRow, removeExports } from './testing/export-file.builder.ts';
import { anItemsFile, removeItemsFiles } from './testing/items-file.builder.ts';
import { WantedState } from './wanted-state.ts';

const DOCUMENTED = readFileSync(path.resolve(import.meta.dirname, '../../../docs/items-file.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{"staffId"'));

const work = (rowId: string, given: Partial<Work> = {}) => ({
  staffId: '000042',
  rowId,
  section: 'work',
  content: aWork(given),
});
const service = (given: object = {}) => ({
  staffId: '000042',
  rowId: 's-1',
  section: 'service',
  content: { organization: { name: 'Example University' } },
  ...given,
});
const withdraw = (rowId: string) => ({ staffId: '000042', rowId, withdraw: true });

describe('importing an items file', () => {
  let app: TestModule;
  const clock = new StoppedClock('2026-03-01T12:00:00Z');

  beforeAll(async () => {
    app = await TestModule.start({ imports: [AssertionsModule], clock });
  });

  afterAll(() => app.close());

  afterAll(removeItemsFiles);
  afterAll(removeExports);

  const anInstitutionThatStates = async (sections: readonly Section[] = ALL_SECTIONS): Promise<Institution> => {
    const institution = anInstitution();
    Object.assign(institution, { feed: { ...institution.feed, items: { sections } } });
    await app.store(institution);
    return institution;
  };
  const take = (institution: Institution, file: string, options?: ItemsOptions): Promise<ItemsOutcome> =>
    app.request(() => app.get(ItemsImport).import(institution, new ItemsFile(file), options));
  const countsOf = (outcome: ItemsOutcome) => (outcome.kind === 'imported' ? outcome.report.counts : outcome);
  const reasonsOf = async (institution: Institution, ...lines: (object | string)[]) => {
    const told: ItemReport[] = [];
    await take(institution, anItemsFile([...lines, work('good')]), { onRow: (row) => void told.push(row) });
    return told.filter(({ became }) => became === 'refused').map(({ line, reasons }) => [line, reasons.join(' ')]);
  };
  const person = (institution: Institution, staffId: string) =>
    app.get(PersonRepository).findByStaffId(institution.id, { space: 'staff', staffId });
  const wanted = (institution: Institution, staffId = '000042') =>
    app.request(async () => {
      const { id } = (await person(institution, staffId))!;
      return (await app.get(WantedState).ofPerson(institution, id)).items;
    });
  const rowsOf = async (institution: Institution) => (await wanted(institution)).map(({ origin }) => origin.rowKey);

  it('takes the documented example of every section, as it is documented', async () => {
    const institution = await anInstitutionThatStates();
    expect(countsOf(await take(institution, anItemsFile(DOCUMENTED)))).toMatchObject({
      added: ALL_SECTIONS.length,
      refused: 0,
    });
    const items = await wanted(institution, '000420');
    expect(items.map(({ section }) => section).sort()).toEqual([...ALL_SECTIONS].sort());
    expect(items.find(({ section }) => section === 'service')?.content).toEqual({
      kind: 'service',
      role: 'Member of the ethics committee',
      organization: { name: 'Example University', city: 'Berlin', country: 'DE' },
      start: { year: 2020, month: 1 },
      end: { year: 2021 },
    });
    expect(items.find(({ section }) => section === 'keyword')?.content).toBe('research data management');
  });

  it('changes what a file names and leaves what it does not', async () => {
    const institution = await anInstitutionThatStates();
    await take(institution, anItemsFile([work('1'), work('2'), work('3')]));
    const changes = anItemsFile([work('2'), work('3', { title: 'Counting whole pots' }), work('4')]);
    expect(countsOf(await take(institution, changes))).toEqual({
      rows: 3,
      added: 1,
      changed: 1,
      unchanged: 1,
      refused: 0,
      absent: 0,
    });
    expect((await rowsOf(institution)).sort()).toEqual(['1', '2', '3', '4']);
  });

  it('wants nothing of a section that the institution no longer states, for people are not told of it', async () => {
    const institution = await anInstitutionThatStates(['work', 'keyword']);
    await take(institution, anItemsFile([work('1')]));
    Object.assign(institution, { feed: { ...institution.feed, items: { sections: ['keyword'] } } });
    expect(await rowsOf(institution)).toEqual([]);
  });

  it('takes an item back, once, and states it again', async () => {
    const institution = await anInstitutionThatStates();
    await take(institution, anItemsFile([work('1'), work('2')]));
    expect(countsOf(await take(institution, anItemsFile([withdraw('1')])))).toMatchObject({ absent: 1, changed: 0 });
    expect(await rowsOf(institution)).toEqual(['2']);
    expect(countsOf(await take(institution, anItemsFile([withdraw('1'), work('2')])))).toMatchObject({
      absent: 0,
      unchanged: 2,
    });
    await take(institution, anItemsFile([work('1')]));
    expect((await rowsOf(institution)).sort()).toEqual(['1', '2']);
  });

  it('says of every bad line what to correct, and takes the good ones', async () => {
    const institution = await anInstitutionThatStates();
    const { organization } = service().content;
    const told = await reasonsOf(
      institution,
      work('1', { title: '' }),
      work('2', { country: 'UK', externalIds: [{ type: 'doi', value: 'x', relationship: 'funder' as 'self' }] }),
      'neither JSON',
      { ...work('3'), section: 'works' },
      { ...work('4'), note: 'x' },
      { ...work('5'), staffId: 42 },
      { ...work('6'), starts: '2024' },
      service({ rowId: '7', starts: '2024-02-30' }),
      service({ rowId: '8', starts: '2024', ends: '2020' }),
      service({ rowId: '9', content: { organization, start: { year: 2024 } } }),
      service({ rowId: '10', content: { organization, kind: 'employment' } }),
      work('11', { description: 'x'.repeat(5001) }),
      work('12', { title: 'a\0b' }),
      withdraw('13'),
      { ...withdraw('14'), withdraw: 'yes' },
    );
    expect(told).toEqual([
      [1, 'content.title must not be empty.'],
      [
        2,
        'content.externalIds[0].relationship must be one of: self, part-of, version-of, funded-by. ' +
          'content.country must be a country of ISO 3166-1, such as GB.',
      ],
      [3, 'The line is not a JSON object: each line must be one (NDJSON).'],
      [4, expect.stringMatching(/^section "works" must be one of: distinction, education, .*work/) as string],
      [5, expect.stringMatching(/^note is not known in a line: leave it out/) as string],
      [6, 'staffId 42 must be a text in quotes.'],
      [7, 'starts and ends are for affiliations; work has its dates in the content: published.'],
      [8, 'starts "2024-02-30" must be a date such as 2024, 2024-03 or 2024-03-15.'],
      [9, 'content.end must not be before the start.'],
      [10, 'content.start stands beside the content, as "starts".'],
      [11, 'content.kind must be service.'],
      [12, 'content.description must have at most 5,000 characters.'],
      [13, 'A text holds U+0000, which no record can hold: delete it.'],
      [14, 'rowId "13" of staffId "000042" is not known: nothing to withdraw. Check both.'],
      [15, 'withdraw "yes" can only be true.'],
    ]);
    expect(await rowsOf(institution)).toEqual(['good']);
  });

  describe('in which two lines are about one item', () => {
    const [one, other] = [work('1'), work('1', { title: 'Counting whole pots' })];
    const many = Array.from({ length: 1200 }, (_, at) => work(`other-${at}`));

    it.each([
      ['say different things', one, other],
      ['name different sections', one, service({ rowId: '1' })],
      ['state it and take it back', one, withdraw('1')],
      ['take it back and state it', withdraw('1'), one],
      ['state one thing that may be stated and one that may not', one, work('1', { title: '' })],
    ])('that %s, both are refused, and what was known stays', async (_, first, second) => {
      const institution = await anInstitutionThatStates();
      await take(institution, anItemsFile([work('1', { title: 'Before' })]));
      expect(await reasonsOf(institution, first, ...many, second)).toEqual([
        [1, 'Line 1202 says something else of rowId "1" of staffId "000042": keep the line that is right.'],
        [1202, 'Line 1 says something else of rowId "1" of staffId "000042": keep the line that is right.'],
      ]);
      expect((await wanted(institution)).find(({ origin }) => origin.rowKey === '1')?.content).toMatchObject({
        title: 'Before',
      });
    });

    it.each([
      ['state the same', one, one],
      ['both take it back', withdraw('1'), withdraw('1')],
    ])('that %s, they are one', async (_, first, second) => {
      const institution = await anInstitutionThatStates();
      await take(institution, anItemsFile([work('1', { title: 'Before' })]));
      const told: ItemReport[] = [];
      await take(institution, anItemsFile([first, ...many, second]), { onRow: (row) => void told.push(row) });
      expect(told[0]?.became).toMatch(/changed|withdrawn/);
      expect(told.at(-1)).toMatchObject({ line: 1202, became: 'unchanged', reasons: ['Line 1 says the same.'] });
    });
  });

  it('needs no identifier in a work, for ours is added', async () => {
    const institution = await anInstitutionThatStates();
    expect(await reasonsOf(institution, work('1', { externalIds: [] }))).toEqual([]);
  });

  it('refuses what XML cannot hold, and cleans staff ids as the HR export’s are cleaned', async () => {
    const institution = await anInstitutionThatStates();
    expect(await reasonsOf(institution, { ...work('1', { title: 'a\u000Bb' }), staffId: '42\u200B\u00A0' })).toEqual([
      [1, 'A text holds U+000B, which no record can hold: delete it.'],
    ]);
    await take(institution, anItemsFile([{ ...work('2'), staffId: '\uFEFF00\u200B43\u00A0' }]));
    expect(await app.request(() => person(institution, '0043'))).not.toBeNull();
  });

  it('loses no other line to an id that the database cannot keep', async () => {
    const institution = await anInstitutionThatStates();
    const bad = [{ ...work('a\0b'), staffId: '4\uD8002' }, withdraw('\0')];
    expect((await reasonsOf(institution, ...bad)).map(([line]) => line)).toEqual([1, 2]);
    expect(await rowsOf(institution)).toEqual(['good']);
  });

  it('refuses what the institution does not say it states', async () => {
    const institution = await anInstitutionThatStates(['work']);
    expect(await reasonsOf(institution, service())).toEqual([
      [1, expect.stringContaining('service is not in "feed.items.sections"') as string],
    ]);
  });

  it('never moves an item to another section', async () => {
    const institution = await anInstitutionThatStates();
    await take(institution, anItemsFile([work('1')]));
    expect(await reasonsOf(institution, service({ rowId: '1' }))).toEqual([
      [1, expect.stringContaining('stated as work before') as string],
    ]);
    expect((await wanted(institution)).map(({ section }) => section)).toEqual(['work', 'work']);
  });

  it('finds the people of the HR export by their staff ids, and never counts their jobs as absent', async () => {
    const institution = await anInstitutionThatStates();
    const hr = anExport([aRow({ jobId: 'A-1' })]);
    await app.request(() => app.get(PeopleImport).import(institution, new FeedFile(hr)));
    await take(institution, anItemsFile([work('A-1')]));
    expect((await wanted(institution)).map(({ section }) => section).sort()).toEqual(['employment', 'work']);
    await app.request(() => app.get(PeopleImport).import(institution, new FeedFile(hr), { again: true }));
    expect(await rowsOf(institution)).toEqual(['A-1', 'A-1']);
  });

  it('makes persons of those who are not known yet', async () => {
    const institution = await anInstitutionThatStates();
    await take(institution, anItemsFile([{ ...work('1'), staffId: '000077' }]));
    expect(await app.request(() => person(institution, '000077'))).toMatchObject({
      displayName: null,
      consent: 'none',
    });
  });

  it.each([
    ['a CSV file', ['staff id,job id', '1,2'], /Line 1 is not a JSON object/],
    ['a JSON list', ['[', JSON.stringify(work('1')), ']'], /Line 1 is not a JSON object/],
    ['an empty file', ['', ''], /The file is empty/],
    ['one endless line', [`"${'x'.repeat(2_000_000)}"`], /Line 1 has more than 1000000 characters/],
  ])('refuses %s whole', async (_, lines, fault) => {
    const institution = await anInstitutionThatStates();
    const refused = { kind: 'refused', faults: [expect.stringMatching(fault) as string] };
    expect(await take(institution, anItemsFile(lines))).toEqual(refused);
  });

  it('takes no file before the institution says what it states', async () => {
    const institution = anInstitution();
    Object.assign(institution, { feed: { ...institution.feed, items: undefined } });
    await app.store(institution);
    expect(await take(institution, anItemsFile([work('1')]))).toEqual({
      kind: 'refused',
      faults: [expect.stringContaining('"feed.items.sections"') as string],
    });
  });

  it('does nothing when the very same file comes again, unless it is asked to, and keeps a report of each import', async () => {
    const institution = await anInstitutionThatStates();
    const file = anItemsFile([work('1'), service({ starts: 'once' })]);
    await take(institution, file);
    expect(await take(institution, file)).toEqual({ kind: 'already-imported', at: clock.now() });
    expect(countsOf(await take(institution, file, { again: true }))).toMatchObject({ unchanged: 1, refused: 1 });
    const latest = await app.request(() => app.get(AssertionRepository).latestImport(institution.id, 'items'));
    expect(latest).toMatchObject({ fileName: 'items.ndjson', refused: [{ line: 2, staffId: '000042' }] });
    const audit = await app.request(() =>
      app.get(EntityManager).execute(`select action from audit_event where institution_id = ?`, [institution.id]),
    );
    expect(audit).toEqual([{ action: 'feed.imported' }, { action: 'feed.imported' }]);
  });

  it('takes many lines in batches, and tells of each in the order of the file', async () => {
    const institution = await anInstitutionThatStates();
    const lines = Array.from({ length: 2500 }, (_, at) => ({ ...work(String(at)), staffId: String(at % 300) }));
    let [rows, last] = [0, 0];
    const onRow = ({ line }: ItemReport) => {
      rows += line > last ? 1 : 0;
      last = line;
    };
    expect(countsOf(await take(institution, anItemsFile(lines), { onRow }))).toMatchObject({ added: 2500 });
    expect(rows).toBe(2500);
  });

  it('means another person by the same staff id where it names another number space', async () => {
    const institution = await anInstitutionThatStates();
    await app.request(() =>
      app.get(PersonRepository).keepStated(institution.id, 'staff', [{ staffId: '000042' }], clock.now()),
    );
    const elsewhere = { ...institution.feed.items, sections: ALL_SECTIONS, staffIdSpace: 'payroll' };
    Object.assign(institution, { feed: { ...institution.feed, items: elsewhere } });
    expect(countsOf(await take(institution, anItemsFile([work('w-1')])))).toMatchObject({ added: 1 });
    expect(await rowsOf(institution)).toEqual([]);
    const other = await app.request(() =>
      app.get(PersonRepository).findByStaffId(institution.id, { space: 'payroll', staffId: '000042' }),
    );
    const { items } = await app.request(() => app.get(WantedState).ofPerson(institution, other!.id));
    expect(items.map(({ origin }) => origin.rowKey)).toEqual(['w-1']);
  });
});
