import { readFileSync, writeFileSync } from 'node:fs';
import { AssertionRepository, type FeedRules, type Institution, PersonRepository } from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { FeedFile } from './feed-file.ts';
import type { ImportOptions, ImportOutcome, RowReport } from './import-outcome.ts';
import { AssertionsModule } from './assertions.module.ts';
import { JobWithdrawal } from './job-withdrawal.ts';
import { PeopleImport } from './people-import.ts';
import { anExport, aRow, HEADER, removeExports } from './testing/export-file.builder.ts';
import { aWorkbook, type GivenCell, removeWorkbooks } from './testing/workbook.builder.ts';

describe('importing an HR export', () => {
  afterAll(removeExports);
  afterAll(removeWorkbooks);

  let app: TestModule;
  const clock = new StoppedClock('2026-03-01T12:00:00Z');

  beforeAll(async () => {
    app = await TestModule.start({ imports: [AssertionsModule], clock });
  });

  beforeEach(() => {
    clock.moveTo('2026-03-01T12:00:00Z');
  });

  afterAll(() => app.close());

  const anInstitutionWith = async (rules: Partial<FeedRules> = {}): Promise<Institution> => {
    const institution = anInstitution();
    Object.assign(institution, { feed: { ...institution.feed, ...rules } });
    await app.store(institution);
    return institution;
  };
  const take = (institution: Institution, file: string, options?: ImportOptions) =>
    app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file), options));
  const known = (institution: Institution, ...staffIds: string[]) =>
    app.request(async () => {
      const found = staffIds.map((staffId) =>
        app.get(PersonRepository).findByStaffId(institution.id, { space: 'staff', staffId }),
      );
      const people = (await Promise.all(found)).filter((person) => person !== null);
      const rows = await app.get(AssertionRepository).ofPeople(people.map(({ id }) => id));
      return rows.map(({ personKey: staffId, rowKey: jobId, content, starts, ends, absentSince }) => {
        const { role } = content as { role?: string };
        return { staffId, jobId, role, startDate: starts, endDate: ends, absentSince };
      });
    });
  const countsOf = (outcome: ImportOutcome) => (outcome.kind === 'imported' ? outcome.report.counts : outcome);

  it('takes several jobs of a person, leading zeros, partial dates and any script', async () => {
    const institution = await anInstitutionWith();
    const rows = [aRow({ jobId: '1', start: '2015', end: '2019-06' }), aRow({ jobId: '2', role: '教授' })];
    expect(countsOf(await take(institution, anExport(rows)))).toEqual({
      rows: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
      absent: 0,
    });
    expect(await known(institution, '000042')).toEqual([
      { staffId: '000042', jobId: '1', role: 'Steward', startDate: '2015', endDate: '2019-06', absentSince: null },
      { staffId: '000042', jobId: '2', role: '教授', startDate: '2021-03-01', endDate: null, absentSince: null },
    ]);
  });

  it('understands the columns, dates and defaults of this institution', async () => {
    const institution = await anInstitutionWith({
      columns: { staffId: ['Personalnummer', 'Pers.-Nr.'], jobId: 'Vertrag', startDate: 'Beginn' },
      dates: 'day-first',
      defaults: {
        organizationName: 'Example University',
        city: 'Pasadena',
        country: 'us',
        rorId: 'https://ror.org/05dxps055',
      },
    });
    const file = anExport(['000001;7;Müller;1.9.2024'], { header: 'PERS NR;Vertrag;Nachname;Beginn' });
    expect(countsOf(await take(institution, file))).toMatchObject({ added: 1 });
    expect(await known(institution, '000001')).toMatchObject([{ jobId: '7', startDate: '2024-09-01' }]);
  });

  it('refuses bad rows with every reason, takes the good ones, and tells of each', async () => {
    const institution = await anInstitutionWith();
    const rows = [
      aRow({ jobId: '1' }),
      aRow({ jobId: '2', country: 'Germany', rorId: 'https://ror.org/05dxps056' }),
      aRow({ jobId: '3', start: '2024-02-30' }),
      aRow({ jobId: '4', start: '2024-05', end: '2024-04' }),
      aRow({ jobId: '1' }),
      aRow({ jobId: '5' }) + ',surplus',
      aRow({ staffId: '1,23E+05' }).replace('1,23E+05', '"1,23E+05"'),
      aRow({ staffId: '4E+05' }),
      aRow({ staffId: '4E05', jobId: '9' }),
    ];
    const told: RowReport[] = [];
    const outcome = await take(institution, anExport(rows), { onRow: (row) => void told.push(row) });
    expect(countsOf(outcome)).toMatchObject({ rows: 9, added: 2, unchanged: 1, refused: 6 });
    expect(told.map(({ line, became, reasons }) => [line, became, reasons.join(' ')])).toEqual([
      [2, 'added', ''],
      [
        3,
        'refused',
        expect.stringMatching(/^country "Germany" .*two-letter code.* ror id "https:.*05dxps056"/) as string,
      ],
      [4, 'refused', expect.stringMatching(/^start date "2024-02-30" must be a date/) as string],
      [5, 'refused', expect.stringMatching(/^end date "2024-04" lies before the start/) as string],
      [6, 'unchanged', 'Line 2 says the same.'],
      [7, 'refused', expect.stringContaining('13 cells where the header has 12') as string],
      [8, 'refused', expect.stringContaining('format the column as text') as string],
      [9, 'refused', expect.stringContaining('format the column as text') as string],
      [10, 'added', ''],
    ]);
    expect(outcome.kind === 'imported' && outcome.report.refused).toHaveLength(6);
  });

  it('refuses both of two rows that say different things of one job, wherever they stand', async () => {
    const institution = await anInstitutionWith();
    const others = Array.from({ length: 1200 }, (_, at) => `${aRow({ jobId: `B-${at}` })},1`);
    await take(institution, anExport([aRow({ role: 'Before' })]));
    const [first, last] = [`${aRow({ role: 'One' })},1`, `${aRow({ role: 'Other' })},1`];
    const same = [`${others[0] ?? ''}2`, `${others[1] ?? ''}3`];
    const file = anExport([first, ...others, last, ...same], { header: `${HEADER},cost centre` });
    const told: RowReport[] = [];
    const outcome = await take(institution, file, { onRow: (row) => void told.push(row) });
    expect(countsOf(outcome)).toMatchObject({ added: 1200, refused: 2, unchanged: 2, absent: 0 });
    expect(told.filter(({ became }) => became === 'refused').map(({ line, reasons }) => [line, reasons[0]])).toEqual([
      [2, expect.stringMatching(/^Line 1203 says something else of the same job/) as string],
      [1203, expect.stringMatching(/^Line 2 says something else of the same job/) as string],
    ]);
    const jobs = await known(institution, '000042');
    expect(jobs.filter(({ jobId }) => jobId === 'A-1')).toMatchObject([{ role: 'Before', absentSince: null }]);
  });

  describe('in which one staff id is given to two people', () => {
    const header = `${HEADER},first name,surname,mail`;
    const brandt = ',Lena,Brandt,lena.brandt@example.edu';
    const smith = ',John,Smith,john.smith@example.edu';
    const taken = async (...rows: string[]) => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ jobId: 'known' }) + brandt], { header }));
      const told: RowReport[] = [];
      const outcome = await take(institution, anExport(rows, { header }), { onRow: (row) => void told.push(row) });
      return { outcome, became: told.map((row) => row.became).join(' '), reasons: told[0]?.reasons[0], institution };
    };

    it('refuses all rows of that id, wherever they stand, and counts nobody as absent', async () => {
      const others = Array.from({ length: 1200 }, (_, at) => aRow({ staffId: '7', jobId: `B-${at}` }) + ',,,');
      const { outcome, reasons, institution } = await taken(aRow() + brandt, ...others, aRow({ jobId: '2' }) + smith);
      expect(outcome).toMatchObject({
        absencesCounted: false,
        causes: [{ cause: 'staff id of two people', rows: 2 }],
        report: { counts: { refused: 2, added: 1200, absent: 0 } },
      });
      expect(reasons).toMatch(
        /^Line 2 and line 1203 give one staff id to people with different names and different mail addresses\. Give each .* nobody is counted as absent\.$/,
      );
      expect(reasons).not.toMatch(/Lena|Smith|@/);
      expect(await known(institution, '000042')).toMatchObject([{ jobId: 'known', absentSince: null }]);
    });

    it('refuses also those rows of it that fit both, or say nothing of the person', async () => {
      const both = ',Lena,Brandt,john.smith@example.edu';
      const rows = [`${aRow({ jobId: '1' })}${both}`, `${aRow({ jobId: '2' })},,,`];
      const { became } = await taken(...rows, aRow({ jobId: '3' }) + brandt, aRow({ jobId: '4' }) + smith);
      expect(became).toBe('refused refused refused refused');
    });

    it.each([
      ['another spelling of the name', ',Léna,Brandt-Okafor,LENA.BRANDT@example.edu'],
      ['another mail address', ',lena,BRANDT,lena@physics.example.edu'],
      ['no mail address', ',John,Smith,'],
      ['no name', ',,,john.smith@example.edu'],
    ])('takes all where it is only %s', async (_, person) => {
      const { became } = await taken(aRow({ jobId: '1' }) + brandt, aRow({ jobId: '2' }) + person);
      expect(became).toBe('added added');
    });
  });

  describe('in which somebody has both another name and another mail address than before', () => {
    const header = `${HEADER},full name,mail`;
    const renamed = async (before: string, after: string, signsInAs?: string) => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([`${aRow()},${before}`], { header }));
      if (signsInAs !== undefined)
        await app.request(() =>
          app
            .get(EntityManager)
            .execute(`update person set signed_in_at = now(), display_name = ? where institution_id = ?`, [
              signsInAs,
              institution.id,
            ]),
        );
      const outcome = await take(institution, anExport([`${aRow()},${after}`], { header }));
      return outcome.kind === 'imported' ? outcome.otherPeople : outcome;
    };
    const lena = { name: 'Lena Brandt', mail: 'lena@example.edu' };
    const john = { name: 'John Smith', mail: 'john@example.edu' };

    it('names both, for the number may have been given to somebody else', async () => {
      expect(await renamed('Lena Brandt,lena@example.edu', 'John Smith,john@example.edu')).toEqual([
        { staffId: '000042', before: lena, now: john, hasSignedIn: false },
      ]);
    });

    it.each([
      ['the name is another', 'Lena Okafor,lena@example.edu'],
      ['the mail address is another', 'Lena Brandt,brandt@example.edu'],
      ['the name is written otherwise', '"BRANDT, Léna",brandt@example.edu'],
      ['there is no mail address now', 'John Smith,'],
    ])('says nothing where only %s', async (_, after) => {
      expect(await renamed('Lena Brandt,lena@example.edu', after)).toEqual([]);
    });

    it('compares whoever signed in with what their sign-in says, and names them where no word is the same', async () => {
      const [before, after] = ['Lena Brandt,lena@example.edu', 'John Smith,john@example.edu'];
      expect(await renamed(before, after, 'Lena Brandt')).toEqual([
        { staffId: '000042', before: lena, now: john, hasSignedIn: true },
      ]);
      expect(await renamed(before, after, 'Jack Smith')).toEqual([]);
    });
  });

  it.each([
    ['day-first', '12/31/2024', 'month-first'],
    ['month-first', '31.12.2024', 'day-first'],
  ] as const)('takes nothing of a file that is read %s and holds %s', async (dates, day, other) => {
    const institution = await anInstitutionWith({ dates });
    const rows = Array.from({ length: 1200 }, (_, at) => aRow({ jobId: String(at), start: '01/02/2024' }));
    const outcome = await take(institution, anExport([...rows, aRow({ end: day })]));
    expect(outcome).toEqual({
      kind: 'refused',
      faults: [expect.stringContaining(`set "feed.dates" to "${other}"`) as string],
    });
    expect(outcome.kind === 'refused' && outcome.faults[0]).toContain(
      `Line 1202: end date "${day}" is a day only with`,
    );
    expect(await known(institution, '000042')).toEqual([]);
  });

  it('keeps no character that the database cannot keep, nor loses the file to one', async () => {
    const institution = await anInstitutionWith();
    const rows = [
      aRow({ staffId: '42\0' }),
      aRow({ jobId: '\u0007' }),
      aRow({ role: 'a\0b' }),
      'Total\0: 5',
      aRow({ jobId: '9' }),
    ];
    const outcome = await take(institution, anExport(rows));
    expect(countsOf(outcome)).toMatchObject({ added: 1, refused: 4 });
    expect(outcome.kind === 'imported' && outcome.report.refused[0]).toMatchObject({ line: 2, staffId: '42\uFFFD' });
  });

  it('reports a long id whole', async () => {
    const institution = await anInstitutionWith();
    const told: RowReport[] = [];
    const staffId = 'x'.repeat(100);
    await take(institution, anExport([aRow({ staffId })]), { onRow: (row) => void told.push(row) });
    expect(told).toMatchObject([{ staffId, became: 'added' }]);
  });

  it('leaves what was known of a job whose row is refused now', async () => {
    const institution = await anInstitutionWith({ absentMeans: 'ended' });
    await take(institution, anExport([aRow({ jobId: '1' })]));
    await take(institution, anExport([aRow({ jobId: '1', country: '??' })]));
    expect(await known(institution, '000042')).toMatchObject([{ jobId: '1', absentSince: null, endDate: null }]);
  });

  it('does nothing when the very same file comes again', async () => {
    const institution = await anInstitutionWith();
    const file = anExport([aRow()]);
    await take(institution, file);
    expect(await take(institution, file)).toEqual({ kind: 'already-imported', at: clock.now() });
  });

  describe('that was taken before, after which another file was imported', () => {
    const byClock = { byClock: true };
    const [older, newer] = [aRow({ role: 'Before' }), aRow({ role: 'Corrected by hand' })];
    const afterBoth = async (byHand = anExport([newer])) => {
      const file = anExport([older]);
      const institution = await anInstitutionWith({ file });
      await take(institution, file, byClock);
      clock.moveTo('2026-03-02T12:00:00Z');
      await take(institution, byHand);
      clock.moveTo('2026-03-03T12:00:00Z');
      return { institution, file };
    };
    it('is not read again by the clock, so that the newer one stands, whatever that is called', async () => {
      const { institution, file } = await afterBoth();
      expect(await take(institution, file, byClock)).toEqual({
        kind: 'already-imported',
        at: new Date('2026-03-01T12:00:00Z'),
      });
      expect(await known(institution, '000042')).toMatchObject([{ role: 'Corrected by hand' }]);
    });

    it('is imported when somebody asks for it, and says which newer file it replaces', async () => {
      const { institution, file } = await afterBoth();
      expect(await take(institution, file)).toMatchObject({
        kind: 'imported',
        replaced: {
          fileName: expect.stringMatching(/hr-export\.csv$/) as string,
          at: new Date('2026-03-02T12:00:00Z'),
        },
      });
      expect(await known(institution, '000042')).toMatchObject([{ role: 'Before' }]);
      expect(await take(institution, file)).toMatchObject({ kind: 'already-imported' });
    });

    it('is read by the clock when it says what it said before the last change of it', async () => {
      const { institution, file } = await afterBoth();
      writeFileSync(file, readFileSync(file, 'utf8').replace('Before', 'Changed'));
      expect(await take(institution, file, byClock)).toMatchObject({ kind: 'imported', replaced: undefined });
      writeFileSync(file, readFileSync(file, 'utf8').replace('Changed', 'Before'));
      expect(await take(institution, file, byClock)).toMatchObject({ kind: 'imported' });
      expect(await known(institution, '000042')).toMatchObject([{ role: 'Before' }]);
    });

    it('is read by the clock under other rules', async () => {
      const { institution, file } = await afterBoth();
      Object.assign(institution, { feed: { ...institution.feed, dates: 'day-first' } });
      expect(await take(institution, file, byClock)).toMatchObject({
        kind: 'imported',
        replaced: { at: new Date('2026-03-02T12:00:00Z') },
      });
    });

    it('stays refused where it was, and is not read in place of the newer one', async () => {
      const file = anExport([older]);
      const institution = await anInstitutionWith({ file });
      await take(institution, anExport(['A-1', '2', '3', '4'].map((jobId) => aRow({ jobId }))));
      expect(await take(institution, file, byClock)).toMatchObject({ kind: 'refused' });
      await take(institution, anExport([newer]), { allowManyAbsent: true });
      expect(await take(institution, file, byClock)).toMatchObject({ kind: 'refused' });
    });
  });

  it('takes a file once when it is imported twice at the same time', async () => {
    const institution = await anInstitutionWith();
    const file = anExport([aRow()]);
    const kinds = await Promise.all([take(institution, file), take(institution, file)]);
    expect(kinds.map((outcome) => outcome.kind).sort()).toEqual(['already-imported', 'imported']);
  });

  it.each([
    ['a doubled column', 'staff id,job id,Staff_ID', /"Staff_ID" states a field that another column states/],
    ['no job id', 'staff id', /No column holds the field "jobId". Map one to it in "feed.columns"\.$/],
    ['no city', 'staff id,job id', /No column holds the field "city".*or say in "feed.defaults"/],
    [
      'none of the columns that it needs',
      'staff id,,x\0y',
      /^Its columns are: "staff id", column 2, which has no heading, "x\uFFFDy"\.$/,
    ],
    ['one column for two fields', 'staff id,job id,town', /maps "department", "role" to one column, "town"/],
    ['a title above its header', 'Jobs of 2026', /No heading is known. If anything stands above the header/],
    ['a mapped column missing', 'staff id,job id', /no column "Until" or "To", to which "feed.columns" maps "endDate"/],
  ])('refuses a file with %s whole, and says so once', async (_, header, fault) => {
    const institution = await anInstitutionWith({
      columns: { endDate: ['Until', 'To'], department: 'Town', role: 'Town' },
    });
    const outcome = await take(institution, anExport(['x,y,z'], { header }));
    expect(outcome).toMatchObject({ kind: 'refused' });
    const faults = outcome.kind === 'refused' ? outcome.faults : [];
    expect(faults.filter((one) => fault.test(one))).toHaveLength(1);
  });

  it('ignores columns that no field takes, and names them', async () => {
    const institution = await anInstitutionWith({ columns: { url: null } });
    const outcome = await take(
      institution,
      anExport([`${aRow()},1,,x`], { header: `${HEADER},cost centre,,Shoe size` }),
    );
    expect(outcome).toMatchObject({
      ignoredColumns: ['"url"', '"cost centre"', 'column 14, which has no heading', '"Shoe size"'],
      report: { counts: { added: 1 } },
    });
  });

  it('reads no other column for a field than those that it is mapped to', async () => {
    const institution = await anInstitutionWith({ columns: { role: 'Function', department: ['Unit'] } });
    const file = anExport([`${aRow()},Head,Archive`], { header: `${HEADER},FUNCTION,unit` });
    expect(await take(institution, file)).toMatchObject({ ignoredColumns: ['"department"', '"role"'] });
    expect(await known(institution, '000042')).toMatchObject([{ role: 'Head' }]);
  });

  it('gives all rows what is said for them, whatever the file says, where a field is not read from it', async () => {
    const institution = await anInstitutionWith({ columns: { role: null }, defaults: { role: 'Member of staff' } });
    await take(institution, anExport([aRow()]));
    expect(await known(institution, '000042')).toMatchObject([{ role: 'Member of staff' }]);
  });

  describe('that has no column for what known jobs state', () => {
    const header = HEADER.replace('role', 'Funktion');

    it('is refused, and names the columns that no field takes', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow(), aRow({ jobId: '2' })]));
      expect(await take(institution, anExport([aRow()], { header }))).toEqual({
        kind: 'refused',
        faults: [
          expect.stringMatching(/no column for "role", which 2 known jobs have.*"Funktion".*"role": null/) as string,
        ],
      });
      expect(await known(institution, '000042')).toMatchObject([{ role: 'Steward' }, { role: 'Steward' }]);
    });

    it('is taken where none of them states it, or the institution says that it is not wanted', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ role: '' })]));
      expect(countsOf(await take(institution, anExport([aRow()], { header })))).toMatchObject({ unchanged: 1 });
      await take(institution, anExport([aRow()]));
      Object.assign(institution, { feed: { ...institution.feed, columns: { role: null } } });
      expect(countsOf(await take(institution, anExport([aRow()], { header })))).toMatchObject({ changed: 1 });
    });
  });

  it('counts the cells that hold only a placeholder, whatever becomes of their rows', async () => {
    const institution = await anInstitutionWith();
    const rows = [aRow({ role: 'NULL' }), aRow({ jobId: '2', role: '-', country: 'UK' }), aRow({ jobId: 'N/A' })];
    const outcome = await take(institution, anExport(rows));
    expect(outcome).toMatchObject({ placeholders: 2, absencesCounted: false, report: { counts: { refused: 2 } } });
    expect(await known(institution, '000042')).toMatchObject([{ role: undefined }]);
  });

  it('takes no notice of the empty cells that a spreadsheet adds to the right', async () => {
    const institution = await anInstitutionWith();
    const file = anExport([`${aRow()},,`, `${aRow({ jobId: '2' })},`], { header: `${HEADER},,` });
    expect(countsOf(await take(institution, file))).toMatchObject({ added: 2, refused: 0 });
  });

  it('takes all other rows when one has a stray quote, and still knows whose job that is', async () => {
    const institution = await anInstitutionWith();
    const rows = [aRow({ jobId: '1' }), aRow({ jobId: '2', role: '"Head" of it' }), aRow({ jobId: '3' })];
    await take(institution, anExport([aRow({ jobId: '2' }), aRow({ jobId: '4' })]));
    const outcome = await take(institution, anExport(rows));
    expect(countsOf(outcome)).toMatchObject({ rows: 3, added: 2, refused: 1, absent: 1 });
    expect(outcome.kind === 'imported' && outcome.report.refused).toMatchObject([{ line: 3, staffId: '000042' }]);
    expect(await known(institution, '000042')).toMatchObject([
      { jobId: '2', role: 'Steward', absentSince: null },
      { jobId: '4', absentSince: '2026-03-01' },
      { jobId: '1' },
      { jobId: '3' },
    ]);
  });

  it('reads an export in the encoding that its institution names', async () => {
    const institution = await anInstitutionWith({ encoding: 'windows-1252' });
    const file = anExport([aRow({ role: 'Präsidentin' })], { encode: (text) => Buffer.from(text, 'latin1') });
    await take(institution, file);
    expect(await known(institution, '000042')).toMatchObject([{ role: 'Präsidentin' }]);
  });

  describe('that is a workbook', () => {
    const header = HEADER.split(',');
    const cells = (changed: Readonly<Record<string, GivenCell>> = {}): GivenCell[] => {
      const values: Readonly<Record<string, GivenCell>> = {
        ...Object.fromEntries(
          aRow()
            .split(',')
            .map((text, at) => [header[at] ?? '', text] as const),
        ),
        'start date': { xml: '<c r="REF" s="1"><v>45366</v></c>' },
        ...changed,
      };
      return header.map((heading) => values[heading] ?? null);
    };
    const workbook = (...rows: readonly (readonly GivenCell[])[]) =>
      aWorkbook({ sheets: [{ rows: [[], header, ...rows], merged: ['H6:H7'] }], formats: ['dd/mm/yyyy'] });

    it('is read by the rules of every export, and its faults name rows and cells', async () => {
      const institution = await anInstitutionWith({ absentMeans: 'ended' });
      await take(institution, anExport([aRow({ jobId: 'before' })]));
      const file = workbook(
        cells(),
        cells({ 'job id': 'A-2', country: 'Germany', 'end date': '2020' }),
        cells({ 'job id': 'A-3', role: { xml: '<c r="REF" t="e"><v>#REF!</v></c>' } }),
        cells({ 'job id': 'A-4', city: null }),
        cells({ 'job id': 'A-5', department: null }),
        cells({ 'job id': '1E+05' }),
        cells({ 'job id': 7 }),
        cells({ role: 'Other' }),
      );
      const told: RowReport[] = [];
      const outcome = await take(institution, file, { onRow: (row) => void told.push(row) });
      expect(outcome).toMatchObject({ kind: 'imported', place: 'row', absencesCounted: false });
      expect(told.map(({ line, became, reasons }) => [line, became, reasons.join(' ')])).toEqual([
        [3, 'refused', expect.stringMatching(/^Row 10 says something else of the same job/) as string],
        [
          4,
          'refused',
          expect.stringMatching(/^F4: country "Germany" must .* K4: end date "2020" lies before the start/) as string,
        ],
        [5, 'refused', 'I5: role "#REF!" is what a spreadsheet shows where it has no value to show: correct the cell.'],
        [6, 'refused', 'D6: city is missing: fill it in.'],
        [
          7,
          'refused',
          expect.stringMatching(/^H7: department is part of the merged cell H6:H7: undo the merge/) as string,
        ],
        [
          8,
          'refused',
          expect.stringMatching(/^B8: job id "1E\+05" was turned into a number.*nobody is counted/) as string,
        ],
        [9, 'added', ''],
        [10, 'refused', expect.stringMatching(/^Row 3 says something else/) as string],
      ]);
      expect(await known(institution, '000042')).toMatchObject([
        { jobId: 'before', absentSince: null },
        { jobId: '7', startDate: '2024-03-15' },
      ]);
    });

    it('says the same as a text with the same cells', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ start: '2024-03-15' })]));
      expect(countsOf(await take(institution, workbook(cells())))).toMatchObject({ unchanged: 1, absent: 0 });
    });

    it('that has a date for an id names nobody for sure', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow()]));
      const outcome = await take(
        institution,
        workbook(cells({ 'job id': { xml: '<c r="REF" s="1"><v>45366</v></c>' } })),
      );
      expect(outcome).toMatchObject({ absencesCounted: false, causes: [{ cause: 'id that a spreadsheet damaged' }] });
    });

    it('with numbers for days is read as the rules say, but not where it counts them from 1904', async () => {
      const institution = await anInstitutionWith({ dates: 'excel-serial' });
      const rows = [header, cells({ 'start date': 45366 })];
      expect(countsOf(await take(institution, aWorkbook({ sheets: [{ rows }] })))).toMatchObject({ added: 1 });
      expect(await known(institution, '000042')).toMatchObject([{ startDate: '2024-03-15' }]);
      const outcome = await take(institution, aWorkbook({ sheets: [{ rows }], is1904: true }));
      expect(outcome).toMatchObject({
        report: { refused: [{ reasons: [expect.stringContaining('counts days from 1904') as string] }] },
      });
    });

    it('is read from the sheet that the institution names, unless whoever imports it names another', async () => {
      const institution = await anInstitutionWith({ sheet: 'B' });
      const sheets = ['A', 'B', 'C'].map((name) => ({ name, rows: [header, cells({ 'job id': name, role: name })] }));
      const file = aWorkbook({ sheets, formats: ['dd/mm/yyyy'] });
      await take(institution, file);
      const named = new FeedFile(file, { sheet: 'C' });
      await app.request(() => app.get(PeopleImport).import(institution, named));
      expect((await known(institution, '000042')).map(({ jobId }) => jobId)).toEqual(['B', 'C']);
    });
  });

  describe('that is JSON', () => {
    const person = (changed: Readonly<Record<string, unknown>> = {}) => ({
      staffId: '000042',
      jobId: 'A-1',
      organizationName: 'Example University',
      city: 'Pasadena',
      country: 'US',
      rorId: 'https://ror.org/05dxps055',
      department: 'Library',
      role: 'Steward',
      startDate: '2021-03-01',
      ...changed,
    });
    const people = [
      person({ endDate: null }),
      person({ jobId: 'A-2', country: 'Germany' }),
      person({ jobId: 'A-3', role: { en: 'Head' } }),
      person({ jobId: 42 }),
      person({ jobId: '1E+05' }),
      person({ jobId: 'A-1', role: 'Other' }),
    ];
    const anObjectFile = (text: string) => anExport([], { header: text });

    it.each([
      ['an array', JSON.stringify(people, null, 2), 'object', 'Object'],
      ['one object a line', people.map((one) => JSON.stringify(one)).join('\n'), 'line', 'Line'],
    ])('is read by the rules of every export, as %s', async (_, text, place, named) => {
      const institution = await anInstitutionWith();
      const told: RowReport[] = [];
      const outcome = await take(institution, anObjectFile(text), { onRow: (row) => void told.push(row) });
      expect(outcome).toMatchObject({ kind: 'imported', place, absencesCounted: false });
      expect(told.map(({ line, became, reasons }) => [line, became, reasons.join(' ')])).toEqual([
        [1, 'refused', expect.stringContaining(`${named} 6 says something else`) as string],
        [2, 'refused', expect.stringMatching(/^country "Germany" must be/) as string],
        [3, 'refused', 'role "{"en":"Head"}" must be a text in quotes, a number or null.'],
        [4, 'added', ''],
        [5, 'refused', expect.stringContaining('turned into a number') as string],
        [6, 'refused', expect.stringContaining(`${named} 1 says something else`) as string],
      ]);
    });

    it('says the same as a table with the same cells', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow()]));
      const outcome = await take(institution, anObjectFile(JSON.stringify([person()])));
      expect(countsOf(outcome)).toMatchObject({ unchanged: 1, absent: 0 });
    });

    it('counts nobody as absent where a line is no object: it may be that very job', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow(), aRow({ jobId: '2' })]));
      const outcome = await take(institution, anObjectFile(`${JSON.stringify(person())}\n{"staffId":`));
      expect(outcome).toMatchObject({
        absencesCounted: false,
        report: { counts: { unchanged: 1, refused: 1, absent: 0 } },
      });
    });
  });

  it('takes nothing of a file that breaks off in the middle of a quote', async () => {
    const institution = await anInstitutionWith();
    const rows = Array.from({ length: 2500 }, (_, at) => aRow({ jobId: String(at) }));
    expect(await take(institution, anExport([...rows, '"000042,open']))).toMatchObject({ kind: 'refused' });
    expect(await known(institution, '000042')).toEqual([]);
  });

  describe('that no longer lists a job', () => {
    it('notes since when, in the institution’s own days', async () => {
      const institution = await anInstitutionWith();
      clock.moveTo('2026-03-01T23:30:00Z');
      await take(institution, anExport([aRow({ jobId: '1' }), aRow({ jobId: '2' })]));
      expect(countsOf(await take(institution, anExport([aRow({ jobId: '1' })])))).toMatchObject({ absent: 1 });
      expect(await known(institution, '000042')).toMatchObject([{ absentSince: null }, { absentSince: '2026-03-02' }]);
    });

    it('is refused when it leaves out many, unless the operator says it is right', async () => {
      const institution = await anInstitutionWith();
      const rows = Array.from({ length: 40 }, (_, at) => aRow({ jobId: String(at) }));
      await take(institution, anExport(rows));
      const half = anExport(rows.slice(0, 20));
      expect(await take(institution, half)).toMatchObject({
        kind: 'refused',
        faults: [expect.stringContaining('leaves out 20 of 40') as string],
      });
      expect((await known(institution, '000042')).filter((job) => job.absentSince !== null)).toEqual([]);
      expect(countsOf(await take(institution, half, { allowManyAbsent: true }))).toMatchObject({ absent: 20 });
    });

    it.each([
      [2, 2, 'leaves out 2 of 2 known jobs'],
      [3, 2, 'leaves out 2 of 3 known jobs'],
      [20, 11, 'leaves out 11 of 20 known jobs'],
      [42, 20, 'leaves out 20 of 42 known jobs'],
    ])(
      'is refused where of %i jobs %i are gone, however many it adds, and counts right',
      async (before, gone, fault) => {
        const institution = await anInstitutionWith();
        const jobs = Array.from({ length: before }, (_, at) => aRow({ jobId: `old-${at}`, role: `Old ${at}` }));
        const added = Array.from({ length: 70 }, (_, at) => aRow({ jobId: `new-${at}`, role: `New ${at}` }));
        await take(institution, anExport(jobs));
        expect(await take(institution, anExport([...jobs.slice(gone), ...added]))).toEqual({
          kind: 'refused',
          faults: [expect.stringContaining(fault) as string],
        });
        expect((await known(institution, '000042')).filter((job) => job.absentSince !== null)).toEqual([]);
      },
    );

    it.each([
      [1, 1],
      [2, 1],
      [4, 2],
      [20, 10],
      [40, 8],
    ])('is taken where of %i jobs %i are gone', async (before, gone) => {
      const institution = await anInstitutionWith();
      const jobs = Array.from({ length: before }, (_, at) => aRow({ jobId: `old-${at}`, role: `Old ${at}` }));
      await take(institution, anExport(jobs));
      const file = anExport([...jobs.slice(gone), aRow({ jobId: 'new', role: 'New' })]);
      expect(countsOf(await take(institution, file))).toMatchObject({ added: 1, absent: gone });
    });

    it('counts no job that was taken back, neither as known nor as absent', async () => {
      const institution = await anInstitutionWith();
      const rows = ['1', '2', '3', '4', '5'].map((jobId) => aRow({ jobId, role: jobId }));
      await take(institution, anExport(rows));
      for (const jobId of ['1', '2', '3'])
        await app.request(() => app.get(JobWithdrawal).withdraw(institution, { staffId: '000042', jobId }, 'somebody'));
      expect(countsOf(await take(institution, anExport(rows.slice(4))))).toMatchObject({ unchanged: 1, absent: 1 });
    });

    it('is refused when it lists none at all, however few are known, unless the operator says it is right', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ jobId: '1' }), aRow({ jobId: '2' })]));
      const none = anExport([]);
      expect(await take(institution, none)).toEqual({
        kind: 'refused',
        faults: [expect.stringMatching(/no row of a job.*2 known jobs.*--allow-many-absent/) as string],
      });
      expect(await known(institution, '000042')).toMatchObject([{ absentSince: null }, { absentSince: null }]);
      expect(countsOf(await take(institution, none, { allowManyAbsent: true }))).toMatchObject({ absent: 2 });
    });

    it.each([
      ['a total', 'Total: 5'],
      ['a total in the second column', ',5'],
      ['a note', `"${'This list is confidential. '.repeat(9)}"`],
      ['a total and the empty cells of its row', 'Total: 5,,,,,,,,,,,'],
    ])('is counted although the file ends with %s', async (_, row) => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ jobId: '1' }), aRow({ jobId: '2' })]));
      const outcome = await take(institution, anExport([aRow({ jobId: '1' }), row]));
      expect(outcome).toMatchObject({
        kind: 'imported',
        absencesCounted: true,
        causes: [{ cause: 'row without a job', rows: 1 }],
        report: { counts: { absent: 1, refused: 1 }, refused: [{ line: 3 }] },
      });
    });

    it.each([
      ['its person', '000042'],
      ['the job', ',2'],
    ])('is not counted where a row names %s and nothing else', async (_, row) => {
      const institution = await anInstitutionWith();
      const others = [aRow({ staffId: '7', jobId: '8' }), aRow({ staffId: '7', jobId: '9' })];
      await take(institution, anExport([aRow({ jobId: '2' }), ...others]));
      const outcome = await take(institution, anExport([...others.slice(1), row]));
      expect(outcome).toMatchObject({ absencesCounted: true, report: { counts: { absent: 1 } } });
      expect(await known(institution, '000042')).toMatchObject([{ jobId: '2', absentSince: null }]);
    });

    it.each([
      ['no job', aRow({ jobId: '' })],
      ['a number that a spreadsheet has made of the staff id', aRow({ staffId: '4,17E+05', jobId: '2' })],
      ['nothing but a damaged id', '4E+05'],
      ['a quote that stands wrong before its job', `"000042"x,2,`],
      ['a cell too few', aRow({ jobId: '2' }).slice(aRow({ jobId: '2' }).indexOf(',') + 1)],
    ])('counts nobody as absent when a row has %s: it may be that very job', async (_, row) => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ jobId: '1' }), aRow({ jobId: '2' })]));
      const outcome = await take(institution, anExport([aRow({ jobId: '1' }), row]));
      expect(outcome).toMatchObject({
        kind: 'imported',
        absencesCounted: false,
        report: {
          counts: { absent: 0, refused: 1 },
          refused: [
            { reasons: expect.arrayContaining([expect.stringContaining('nobody is counted as absent')]) as string[] },
          ],
        },
      });
    });
  });

  describe('in which HR gave a job another id', () => {
    const idsOf = async (institution: Institution) =>
      app.request(async () => {
        const rows = await app
          .get(EntityManager)
          .execute<{ id: string; key: string }[]>(`select id, row_key as key from assertion where institution_id = ?`, [
            institution.id,
          ]);
        return new Map(rows.map(({ id, key }) => [key, id]));
      });
    const renumberedIn = (outcome: ImportOutcome) => (outcome.kind === 'imported' ? outcome.renumbered : outcome);

    it.each(['keep', 'ended'] as const)(
      'knows it for the same job, and says so (absentMeans: %s)',
      async (absentMeans) => {
        const institution = await anInstitutionWith({ absentMeans });
        await take(institution, anExport([aRow({ jobId: 'A' }), aRow({ jobId: 'other', role: 'Head' })]));
        const before = await idsOf(institution);
        const outcome = await take(
          institution,
          anExport([aRow({ jobId: 'other', role: 'Head' }), aRow({ jobId: 'B', end: '2026-05-31' })]),
        );
        expect(countsOf(outcome)).toMatchObject({ added: 0, changed: 1, unchanged: 1, absent: 0 });
        expect(renumberedIn(outcome)).toEqual([{ line: 3, staffId: '000042', from: 'A', to: 'B' }]);
        const after = await idsOf(institution);
        expect([after.get('B'), after.size]).toEqual([before.get('A'), 2]);
      },
    );

    it('knows it also when the job was gone for a while', async () => {
      const institution = await anInstitutionWith();
      await take(institution, anExport([aRow({ jobId: 'A' }), aRow({ jobId: 'other', role: 'Head' })]));
      await take(institution, anExport([aRow({ jobId: 'other', role: 'Head' })]));
      const outcome = await take(institution, anExport([aRow({ jobId: 'other', role: 'Head' }), aRow({ jobId: 'B' })]));
      expect(renumberedIn(outcome)).toMatchObject([{ from: 'A', to: 'B' }]);
      expect(await known(institution, '000042')).toHaveLength(2);
      expect((await known(institution, '000042')).map(({ absentSince }) => absentSince)).toEqual([null, null]);
    });

    it.each([
      ['two jobs are gone', [aRow({ jobId: 'A' }), aRow({ jobId: 'A2' })], [aRow({ jobId: 'B' })]],
      ['two jobs are new', [aRow({ jobId: 'A' })], [aRow({ jobId: 'B' }), aRow({ jobId: 'B2' })]],
      ['the old job is still listed', [aRow({ jobId: 'A' })], [aRow({ jobId: 'A' }), aRow({ jobId: 'B' })]],
      ['the role is another', [aRow({ jobId: 'A' })], [aRow({ jobId: 'B', role: 'Head' })]],
      ['the start is another', [aRow({ jobId: 'A' })], [aRow({ jobId: 'B', start: '2022-01-01' })]],
      ['neither has a start', [aRow({ jobId: 'A', start: '' })], [aRow({ jobId: 'B', start: '' })]],
      [
        'the organisation is another',
        [aRow({ jobId: 'A' })],
        [aRow({ jobId: 'B', rorId: 'https://ror.org/056d84691' })],
      ],
      ['the person is another', [aRow({ jobId: 'A' })], [aRow({ jobId: 'B', staffId: '7' })]],
      ['a row is unsure', [aRow({ jobId: 'A' })], [aRow({ jobId: 'B' }), aRow({ jobId: '' })]],
    ])('takes it for another job where %s', async (_, before, after) => {
      const institution = await anInstitutionWith();
      await take(institution, anExport(before));
      const outcome = await take(institution, anExport(after), { allowManyAbsent: true });
      expect(renumberedIn(outcome)).toEqual([]);
      expect((await idsOf(institution)).has('A')).toBe(true);
    });
  });

  it('gives the same state for any order of its rows', async () => {
    const job = fc.record({
      staffId: fc.constantFrom('1', '2', '3', ''),
      jobId: fc.constantFrom('a', 'b', 'c', 'd', '1E+05'),
      role: fc.constantFrom('R', 'S', 'T'),
      start: fc.constantFrom('2020', '2021-03-01', 'soon'),
      country: fc.constantFrom('DE', 'DE', 'DE', 'UK'),
    });
    const file = fc.array(job, { minLength: 1, maxLength: 9 });
    const shuffled = file.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    const rowOf = (row: Partial<Record<'staffId' | 'jobId' | 'role', string>>) =>
      `${aRow(row)},${row.role ?? ''} ${row.jobId ?? ''} by name`;
    const header = `${HEADER},display name`;
    const stateAfter = async (...files: readonly (readonly string[])[]) => {
      const institution = await anInstitutionWith({ absentMeans: 'ended' });
      for (const rows of files) await take(institution, anExport(rows, { header }), { allowManyAbsent: true });
      return app.request(() =>
        app.get(EntityManager).execute(
          `select a.person_key, a.row_key, a.content, a.starts, a.ends, a.absent_since::text as absent, p.display_name
             from assertion a join person p on p.id = a.person_id where a.institution_id = ? order by 1, 2`,
          [institution.id],
        ),
      );
    };
    await fc.assert(
      fc.asyncProperty(shuffled, shuffled, async ([first, firstAgain], [second, secondAgain]) => {
        const one = await stateAfter(first.map(rowOf), second.map(rowOf));
        expect(await stateAfter(firstAgain.map(rowOf), secondAgain.map(rowOf))).toEqual(one);
      }),
      { numRuns: 25 },
    );
  });
});
