import { contentFaults } from '@ligature/orcid-client';
import { ownId, parseFuzzyDate } from '@ligature/orcid-model';
import { FEED_FIELDS, type FeedField, type FeedRules } from '@ligature/persistence';
import { anInstitution } from '@ligature/persistence/testing';
import fc from 'fast-check';
import { FACTS } from './feed-fields.ts';
import { FeedRowReader } from './feed-row.ts';
import { feedRows } from './feed-rows.ts';
import type { TableRow } from './table.ts';

type Cells = Partial<Record<FeedField, string>>;

const { feed } = anInstitution();
const WHOLE = Object.fromEntries(FEED_FIELDS.map((field) => [field, FACTS[field].example])) as Record<
  FeedField,
  string
>;

/** A file with every field, and one row. */
async function* file(cells: Cells): AsyncGenerator<TableRow> {
  yield await Promise.resolve({ line: 1, cells: FEED_FIELDS.map((field) => FACTS[field].headings[0]) });
  yield { line: 2, cells: FEED_FIELDS.map((field) => cells[field] ?? '') };
}

const read = async (cells: Cells, rules: Partial<FeedRules> = {}) => {
  const given = { ...feed, ...rules };
  for await (const row of feedRows(
    { place: 'line', namesCells: false, rows: () => file({ ...WHOLE, ...cells }) },
    given,
  )) {
    return new FeedRowReader(given).read(row.cells, row.header.names);
  }
  throw new Error('no row');
};
const faultOf = async (cells: Cells) => {
  const outcome = await read(cells);
  return outcome.kind === 'refused' ? outcome.faults.map(({ cause, reason }) => `${cause}: ${reason}`).join(' ') : '';
};
const keyOf = async (staffId: string) => {
  const outcome = await read({ staffId });
  return outcome.kind === 'stated' ? outcome.assertion.personKey : 'refused';
};

describe('a row of an HR export', () => {
  it.each(['NULL', '(null)', 'N/A', 'n/a', '-', '–', '.', '---', 'None', 'undefined', 'NaN', ' null '])(
    'publishes no %s for a title, a department or a region: there is none',
    async (text) => {
      const { staffId, role, department, region, familyName } = {
        ...WHOLE,
        role: text,
        department: text,
        region: text,
        familyName: 'Null',
      };
      const outcome = await read({ staffId, role, department, region, familyName });
      const { content = {}, person = {} } = outcome.kind === 'stated' ? { ...outcome.assertion, ...outcome } : {};
      expect(content).toMatchObject({ organization: { city: 'Berlin' } });
      expect(JSON.stringify(content)).not.toMatch(/role|department|region/);
      expect(person).toMatchObject({ familyName: 'Null' });
    },
  );

  it.each(['organizationName', 'city', 'staffId', 'jobId'] as const)(
    'is refused where %s is only a placeholder, with what to do',
    async (field) => {
      expect(await faultOf({ [field]: 'NULL' })).toMatch(
        /^placeholder where a value is needed: .* "NULL" only says that there is no value, and one is needed: fill it in\.$/,
      );
    },
  );

  it('states what is said for all rows where its own cell holds only a placeholder', async () => {
    expect(await read({ role: 'NULL' }, { defaults: { role: 'Member of staff' } })).toMatchObject({
      assertion: { content: { role: 'Member of staff' } },
    });
  });

  it('has the documented examples of every field', async () => {
    expect(await read({})).toMatchObject({ kind: 'stated' });
  });

  it('states of a person and a job what it always stated: other content would be written to every record', async () => {
    expect(await read({})).toEqual({
      kind: 'stated',
      person: {
        staffId: '000420',
        displayName: 'Lena Brandt',
        givenName: 'Lena',
        familyName: 'Brandt',
        mail: 'lena.brandt@example.edu',
        department: ['Library', 'Research Data'],
        categories: ['staff', 'librarian'],
      },
      assertion: {
        personKey: '000420',
        rowKey: 'C-10420',
        section: 'employment',
        content: {
          kind: 'employment',
          organization: {
            name: 'Example University',
            city: 'Berlin',
            region: 'California',
            country: 'DE',
            identifier: { registry: 'ROR', value: 'https://ror.org/05dxps055' },
          },
          department: 'University Library',
          role: 'Research Data Steward',
          url: 'https://library.example.edu',
        },
        starts: '2021-03-01',
        ends: '2026-02-28',
      },
    });
  });

  it.each([
    ['000042', '000042'],
    ['="000042"', '000042'],
    ['="a ""b"""', 'a "b"'],
    ['\uFEFF000042', '000042'],
    ['000\u200B042\u00A0', '000042'],
    ['\u00AD42\u2060', '42'],
    ['AB\u00A012', 'AB 12'],
    ['4E05', '4E05'],
    ['1.5', '1.5'],
  ])('has the id that is meant: %j is %j', async (text, id) => {
    expect(await keyOf(text)).toBe(id);
  });

  it.each([
    ['1E+05', 'format the column as text'],
    ['1,23E+05', 'format the column as text'],
    ['42.0', 'format the column as text'],
    ['42,00', 'format the column as text'],
    ["'000042", 'delete it'],
    ['#N/A', 'correct the cell'],
    ['########', 'correct the cell'],
    ['42\n43', 'more than one line'],
    ['4\u000142', 'U+0001'],
    ['x'.repeat(101), 'longer than 100 characters'],
  ])('is refused when its id is damaged: %j', async (text, remedy) => {
    for (const field of ['staffId', 'jobId'] as const) expect(await faultOf({ [field]: text })).toContain(remedy);
  });

  it.each(['#REF!', '#N/A', '#BEZUG!', '########', '#SPILL!'])(
    'is refused for %s in any field, for that is all a spreadsheet has left of it',
    async (text) => {
      for (const field of FEED_FIELDS) expect(await faultOf({ [field]: text })).toContain('error of a spreadsheet');
    },
  );

  it.each(['UK', 'EU', 'ZZ', 'EL', 'Germany', 'DEU', '276'])(
    'is refused for the country %s, which ORCID does not take',
    async (country) => {
      expect(await faultOf({ country })).toMatch(/^unknown country: country ".*" must be a two-letter code/);
    },
  );

  it('names the code that is meant', async () => {
    expect(await faultOf({ country: 'uk' })).toContain('such as GB');
    expect(await faultOf({ country: 'EL' })).toContain('such as GR');
  });

  it('may have its country in small letters, and Kosovo', async () => {
    expect(await faultOf({ country: 'de' })).toBe('');
    expect(await faultOf({ country: 'XK' })).toBe('');
  });

  it.each(FEED_FIELDS)(
    'is refused for a %s that no record or database can hold, with column and character',
    async (field) => {
      for (const [character, name] of [
        ['\0', 'U+0000'],
        ['\u000B', 'U+000B'],
        ['\uFFFF', 'U+FFFF'],
        ['\uD800', 'U+D800'],
      ] as const) {
        const told = await faultOf({ [field]: `a${character}b` });
        expect(told).toMatch(
          new RegExp(`^character that no record can hold: ${FACTS[field].headings[0]} ("[aA].[bB]" )?holds U`, 'u'),
        );
        expect(told).toContain(name);
        expect(told).not.toContain(character);
      }
    },
  );

  it.each(FEED_FIELDS.filter((field) => FACTS[field].isRequired))(
    'is refused without its %s, with the column',
    async (field) => {
      expect(await faultOf({ [field]: ' ' })).toMatch(
        new RegExp(`^no .*: ${FACTS[field].headings[0]} is missing: fill it in\\.$`),
      );
    },
  );

  it('names feed.noEnd where an end lies beyond all years of records, and nowhere else', async () => {
    const given = { startDate: '2021-03-01', endDate: '2199-12-31' };
    expect(await faultOf(given)).toMatch(
      /^year that no record takes: end date "2199-12-31" has the year 2199, .*; if it says that there is no end, name the day in "feed\.noEnd"\.$/,
    );
    for (const other of [{ startDate: '2199-12-31' }, { startDate: '1819', endDate: '1819-10-01' }]) {
      expect(await faultOf({ ...given, endDate: '', ...other })).toMatch(/has the year \d+, .*: correct the year\./);
      expect(await faultOf({ ...given, endDate: '', ...other })).not.toContain('noEnd');
    }
  });

  it('has no end where the end is the end of days, and a start never is', async () => {
    expect(await read({ endDate: '9999-12-31' })).toMatchObject({ assertion: { ends: null } });
    expect(await faultOf({ startDate: '9999-12-31' })).toContain('no day on which a job begins');
  });

  it('shows no more of a long value than people need to find it', async () => {
    expect((await faultOf({ startDate: 'x'.repeat(9000) })).length).toBeLessThan(300);
  });

  it('that is taken is never refused by ORCID’s own rules', async () => {
    const odd = fc.constantFrom(
      '',
      ' ',
      '\u00A0',
      '\u200B',
      'a',
      'UK',
      'de',
      'EU',
      'XK',
      'http://x',
      'javascript:1',
      'https://',
      '2024',
      '2020-01',
      '31.12.9999',
      '\u0007',
      'x'.repeat(4001),
      'https://ror.org/05dxps055 ',
      'ror.org/05dxps055',
    );
    const rows = fc.record(
      Object.fromEntries(
        FEED_FIELDS.map((field) => [
          field,
          fc.oneof({ weight: 12, arbitrary: fc.constant(FACTS[field].example) }, odd),
        ]),
      ) as Record<FeedField, fc.Arbitrary<string>>,
    );
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const outcome = await read(cells, { dates: 'day-first' });
        if (outcome.kind === 'refused') return;
        const { content, starts, ends } = outcome.assertion;
        const dates = { ...(starts && { start: parseFuzzyDate(starts) }), ...(ends && { end: parseFuzzyDate(ends) }) };
        expect(contentFaults('employment', { ...(content as object), ...dates, externalIds: [ownId('ours')] })).toEqual(
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('names the column as the file calls it, the value, and what to do', () => {
    const names = new Map<FeedField, string>([
      ['staffId', 'Staff ID'],
      ['country', 'Land'],
      ['rorId', 'feed.defaults.rorId'],
      ['startDate', 'From'],
      ['endDate', 'To'],
      ['mail', 'E-mail'],
      ['city', 'Town'],
    ]);
    const reasonsFor = (changed: Cells) => {
      const cells = { ...WHOLE, city: '', startDate: '', endDate: '', ...changed };
      const given = Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
      const outcome = new FeedRowReader({ ...feed, dates: 'day-first' }).read(given, names);
      return outcome.kind === 'refused' ? outcome.faults.map(({ reason }) => reason) : [];
    };
    expect(reasonsFor({ country: 'Germany', rorId: 'https://ror.org/05dxps056', startDate: '30.02.2024' })).toEqual([
      'Town is missing: fill it in.',
      'Land "Germany" must be a two-letter code of ISO 3166-1 such as DE.',
      'feed.defaults.rorId "https://ror.org/05dxps056" must be the whole address, such as https://ror.org/05dxps055: check its digits.',
      'From "30.02.2024" must be a date as "feed.dates" says that this export writes them: 31.01.2024, 2024-01 or 2024.',
    ]);
    expect(reasonsFor({ city: 'Berlin', startDate: '01.10.2019', endDate: '30.09.2019', staffId: '1.23E+05' })).toEqual(
      [
        'Staff ID "1.23E+05" was turned into a number by a spreadsheet: format the column as text.',
        'To "30.09.2019" lies before the start: correct one of the two dates.',
      ],
    );
  });

  it('does not repeat a mail address that is none, for reports are kept', async () => {
    expect(await faultOf({ mail: 'Lena Brandt, private' })).toMatch(/: mail must be a mail address, such as/);
  });
});
