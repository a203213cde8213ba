import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { FeedFileError } from '../feed-file.error.ts';
import { FeedFile, type FeedFileOptions } from '../feed-file.ts';
import type { TableRow } from '../table.ts';
import { writeArchive } from '../testing/archive.builder.ts';
import {
  aWorkbook,
  aWorkbookPath,
  type GivenCell,
  type GivenSheet,
  removeWorkbooks,
  workbookParts,
  xml,
} from '../testing/workbook.builder.ts';

const rowsOf = async (file: string, options?: FeedFileOptions) => {
  const rows: TableRow[] = [];
  for await (const row of (await new FeedFile(file, options).open()).rows()) rows.push(row);
  return rows;
};
const cellsOf = async (file: string, options?: FeedFileOptions) =>
  (await rowsOf(file, options)).map(({ cells }) => cells);
const faultOf = async (file: string, options?: FeedFileOptions) => {
  const error = await rowsOf(file, options).catch((caught: unknown) => caught);
  if (!(error instanceof FeedFileError)) throw new Error('was read');
  return error.message;
};
const aSheet = (...rows: (readonly GivenCell[])[]) => ({ sheets: [{ rows }] });
const styled = (style: number, value: string) => ({ xml: `<c r="REF" s="${style}"><v>${value}</v></c>` });

describe('a workbook', () => {
  afterAll(removeWorkbooks);

  it('is a table by rows as its users count them, past empty ones', async () => {
    const file = aWorkbook(aSheet(['staff id', 'role'], [], [null, ''], ['000042', 'Steward & <Head>']));
    expect(await rowsOf(file)).toEqual([
      { line: 1, cells: ['staff id', 'role'] },
      { line: 4, cells: ['000042', 'Steward & <Head>'] },
    ]);
  });

  it('is known by its content, whatever it is called, and so is a text', async () => {
    const workbook = aWorkbook({ ...aSheet(['a', 'b']), fileName: 'export.csv' });
    expect(await cellsOf(workbook)).toEqual([['a', 'b']]);
    const text = aWorkbookPath('export.xlsx');
    writeFileSync(text, 'a,b\n1,2\n');
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may hold texts of any form, numbers and booleans', async () => {
    const cells = [
      'shared',
      {
        xml: '<c r="REF" t="inlineStr"><is><t>in </t><r><t xml:space="preserve"> line</t></r><rPh><t>aid</t></rPh></is></c>',
      },
      { xml: '<c r="REF" t="str"><f>A1</f><v>worked out</v></c>' },
      42,
      { xml: '<c r="REF" t="b"><v>1</v></c>' },
      { xml: '<c r="REF" t="b"><v>0</v></c>' },
      'two_x000A_lines, _x005F_x000A_',
      { xml: '<c r="REF" t="n"><f>1+1</f><v>2</v></c>' },
      { xml: '<x:c xmlns:x="urn:any" r="REF"><x:v>7</x:v></x:c>' },
    ];
    expect((await cellsOf(aWorkbook(aSheet(cells))))[0]).toEqual([
      'shared',
      'in  line',
      'worked out',
      '42',
      'TRUE',
      'FALSE',
      'two\nlines, _x000A_',
      '2',
      '7',
    ]);
  });

  it('need not say where its rows and cells stand', async () => {
    const sheet =
      '<worksheet><sheetData><row><c t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c></row><row/><row><c><v>1</v></c></row></sheetData></worksheet>';
    const parts = [xml('xl/worksheets/sheet1.xml', sheet)];
    expect(await rowsOf(aWorkbook({ ...aSheet([]), parts }))).toEqual([
      { line: 1, cells: ['a', '', 'c'] },
      { line: 3, cells: ['1'] },
    ]);
  });

  it('has no rows but those of its data: buttons and links below them have parts of the same names', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c t="str"><v>a</v></c></row></sheetData><controls><control><from><row><c t="str"><v>x</v></c></row></from></control></controls></worksheet>';
    const parts = [xml('xl/worksheets/sheet1.xml', sheet)];
    expect(await rowsOf(aWorkbook({ ...aSheet([]), parts }))).toEqual([{ line: 1, cells: ['a'] }]);
  });

  it.each([
    [false, '45366', '2024-03-15'],
    [true, '43904', '2024-03-15'],
  ])('has the dates that its number formats show (1904: %s)', async (is1904, serial, day) => {
    const cells = [
      styled(1, serial),
      styled(2, serial),
      styled(3, serial),
      styled(1, `${serial}.4375`),
      { xml: '<c r="REF" t="d"><v>2024-03-15</v></c>' },
    ];
    const file = aWorkbook({ ...aSheet(cells), is1904, formats: ['dd.mm.yyyy', 'mmm-yy', 'yyyy'] });
    expect((await cellsOf(file))[0]).toEqual([day, '2024-03', '2024', `${day} 10:30:00`, day]);
  });

  it('has the leading zeros that a number format shows', async () => {
    const file = aWorkbook({
      ...aSheet([styled(1, '42'), styled(1, '4200000'), styled(1, '4.5')]),
      formats: ['000000'],
    });
    expect((await cellsOf(file))[0]).toEqual(['000042', '4200000', '4.5']);
  });

  it('names what is wrong with a cell: an error, a formula without a value, a merged cell, a date where an id should be', async () => {
    const rows = [
      [
        { xml: '<c r="REF" t="e"><f>A0</f><v>#REF!</v></c>' },
        { xml: '<c r="REF"><f>NOW()</f><v></v></c>' },
        styled(1, '45366'),
      ],
      ['a', 'b', 'c'],
      ['', 'x'],
    ];
    const file = aWorkbook({ sheets: [{ rows, merged: ['A2:A3', 'C3:D9'] }], formats: ['dd.mm.yyyy'] });
    const faults = (await rowsOf(file)).map((row) =>
      [...(row.faults ?? [])].map(([at, { cause, of }]) => [at, cause, of]),
    );
    expect(faults).toEqual([
      [
        [0, 'error of a spreadsheet', undefined],
        [1, 'formula without a value', undefined],
        [2, 'id that a spreadsheet damaged', 'key'],
      ],
      [],
      [
        [0, 'merged cell', undefined],
        [3, 'merged cell', undefined],
      ],
    ]);
  });

  describe('with several sheets', () => {
    const sheets: GivenSheet[] = [
      { name: 'Notes', state: 'hidden', rows: [['hidden']] },
      { name: 'Jobs & more', rows: [['jobs']] },
      { name: 'Old', rows: [['old']] },
    ];

    it('is its first sheet that is to be seen, or the one that is named', async () => {
      const file = aWorkbook({ sheets });
      expect(await cellsOf(file)).toEqual([['jobs']]);
      expect(await cellsOf(file, { sheet: 'Old' })).toEqual([['old']]);
      expect(await cellsOf(file, { sheet: 'Notes' })).toEqual([['hidden']]);
      expect(await new FeedFile(file).hash()).not.toBe(await new FeedFile(file, { sheet: 'Old' }).hash());
    });

    it('is refused with their names where none has the name that is wanted, or all are hidden', async () => {
      expect(await faultOf(aWorkbook({ sheets }), { sheet: 'New' })).toMatch(
        /no sheet "New".*"feed.sheet" or by --sheet: "Notes", "Jobs & more", "Old"\./,
      );
      expect(await faultOf(aWorkbook({ sheets: sheets.slice(0, 1) }))).toMatch(/Every sheet .* is hidden.*: "Notes"\./);
    });
  });

  it('that is locked by a password is refused with how to save it, in either form of lock', async () => {
    const parts = workbookParts(aSheet(['a'])).map((part) => ({ ...part, isLocked: true }));
    const archive = aWorkbookPath();
    writeArchive(archive, parts);
    const compound = aWorkbookPath();
    const directory = Buffer.alloc(512);
    directory.write('EncryptedPackage', 128, 'utf16le');
    writeFileSync(compound, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(99_992), directory]));
    for (const file of [archive, compound])
      expect(await faultOf(file)).toMatch(/locked by a password.*save it without one/);
  });

  it('of before 2007 is refused with how to save it', async () => {
    const file = aWorkbookPath('export.xls');
    writeFileSync(file, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]));
    expect(await faultOf(file)).toMatch(/before 2007 \(\.xls\).*save it as an Excel workbook \(\.xlsx\)/);
  });

  it.each([
    ['no part at all', []],
    ['an export inside', [{ name: 'export.csv', content: 'a,b' }]],
    [
      'an OpenDocument sheet',
      [
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<x/>' },
      ],
    ],
    [
      'a document of a word processor',
      [
        xml(
          '_rels/.rels',
          '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
        xml('word/_rels/document.xml.rels', '<Relationships/>'),
        xml('word/document.xml', '<document/>'),
      ],
    ],
    [
      'a binary workbook',
      [
        xml(
          '_rels/.rels',
          '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        xml('xl/_rels/workbook.bin.rels', '<Relationships/>'),
        { name: 'xl/workbook.bin', content: 'x' },
      ],
    ],
  ])('is not an archive with %s', async (_, parts) => {
    const file = aWorkbookPath();
    writeArchive(file, parts);
    expect(await faultOf(file)).toMatch(/no Excel workbook \(\.xlsx\).*save it as \.xlsx/);
  });

  describe('made to do harm', () => {
    const withSheet = (content: string) =>
      aWorkbook({ ...aSheet(['a']), parts: [xml('xl/worksheets/sheet1.xml', content)] });

    it.each([
      ['reads another file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'],
      ['grows without end', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'],
    ])('is refused for a document type that %s', async (_, content) => {
      const file = aWorkbook({ ...aSheet(['a']), parts: [{ name: 'xl/worksheets/sheet1.xml', content }] });
      expect(await faultOf(file)).toContain('document type');
    });

    it('is refused where a part is packed as no table is', async () => {
      const row = '<row><c t="str"><v></v></c></row>';
      expect(
        await faultOf(withSheet(`<worksheet><sheetData>${row.repeat(1_000_000)}</sheetData></worksheet>`)),
      ).toMatch(/packed to less than one part in 200/);
    });

    it.each([
      [
        'a text without end',
        `<worksheet><sheetData><row><c t="str"><v>${'ab'.repeat(3_000_000)}</v></c></row></sheetData></worksheet>`,
        'more than 4000000 characters',
      ],
      [
        'a row without end',
        `<worksheet><sheetData><row>${`<c t="str"><v>${'x'.repeat(30_000)}</v></c>`.repeat(40)}</row></sheetData></worksheet>`,
        'more than 1000000 characters in row 1',
      ],
      [
        'a cell beyond the last column',
        '<worksheet><sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>',
        'a cell of row 1 stands where none can',
      ],
      [
        'two cells in one place',
        '<worksheet><sheetData><row><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>',
        'a cell of row 1 stands where none can',
      ],
      [
        'rows that go back',
        '<worksheet><sheetData><row r="5"/><row r="5"/></sheetData></worksheet>',
        'row 5 stands below row 5',
      ],
      ['a row that is no number', '<worksheet><sheetData><row r="1e999"/></sheetData></worksheet>', 'row 1e999'],
      [
        'a text that it does not have',
        '<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>',
        'refers to a text that it does not have',
      ],
      [
        'merged cells that no sheet has',
        '<worksheet><sheetData/><mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells></worksheet>',
        'merges cells that no sheet has',
      ],
      [
        'merged cells without end',
        `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(10_001)}</mergeCells></worksheet>`,
        'more than 10000 merged cells',
      ],
      ['XML that is none', '<worksheet><sheetData><row></sheetData>', 'not well-formed'],
    ])('is refused for %s', async (_, content, fault) => {
      expect(await faultOf(withSheet(content))).toContain(fault);
    });

    it.each([
      ['another checksum', { crc: 1 }],
      ['another length', { length: 1 }],
    ])('is refused for %s than it says', async (_, faults) => {
      const parts = workbookParts(aSheet(['a'], ['b'])).map((part) =>
        part.name.includes('sheet1') ? { ...part, ...faults } : part,
      );
      const file = aWorkbookPath();
      writeArchive(file, parts);
      expect(await faultOf(file)).toContain('The workbook is damaged');
    });

    it('is refused for two parts of one name, of which nobody knows which counts', async () => {
      const parts = workbookParts(aSheet(['a']));
      const file = aWorkbookPath();
      writeArchive(file, [...parts, ...parts.map((part) => ({ ...part, name: part.name.toUpperCase() }))]);
      expect(await faultOf(file)).toContain('two parts');
    });

    it('is refused in plain words however it is cut or changed, or is read', async () => {
      const whole = aWorkbook(aSheet(['staff id', 'role'], ['000042', 'Steward'], ['000043', 'Head']));
      const { length } = readFileSync(whole);
      const change = fc.record({ at: fc.nat(length - 1), byte: fc.nat(255), isCut: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(change, async ({ at, byte, isCut }) => {
          const file = aWorkbookPath();
          copyFileSync(whole, file);
          if (isCut) truncateSync(file, at);
          else {
            const bytes = readFileSync(file);
            bytes[at] = byte;
            writeFileSync(file, bytes);
          }
          await rowsOf(file).catch((error: unknown) => {
            expect(error).toBeInstanceOf(FeedFileError);
          });
        }),
      );
    });
  });

  it('reads back whatever texts it was given', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 5 })
      .filter((one) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u.test(one));
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const trimmed = table.map((cells) => cells.map((cell) => cell.trim()));
        const kept = trimmed
          .map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))
          .filter((cells) => cells.length > 0);
        fc.pre(kept.length > 0);
        expect(await cellsOf(aWorkbook({ sheets: [{ rows: table }] }))).toEqual(kept);
      }),
    );
  });
});
