import { writeFileSync } from 'node:fs';
import { FeedFileError } from './feed-file.error.ts';
import { FeedFile } from './feed-file.ts';
import { STRAY_QUOTE } from './csv-lines.ts';
import type { Encoding } from './decode.ts';
import type { TableRow } from './table.ts';
import { anExport, removeExports } from './testing/export-file.builder.ts';

const linesOf = async (file: string, encoding?: Encoding) => {
  const lines: TableRow[] = [];
  for await (const line of (await new FeedFile(file, { encoding }).open()).rows()) lines.push(line);
  return lines;
};
const cellsOf = async (file: string) => (await linesOf(file)).map(({ cells }) => cells);
const faultOf = async (file: string, encoding?: Encoding) => {
  const error = await linesOf(file, encoding).catch((caught: unknown) => caught);
  if (!(error instanceof FeedFileError)) throw new Error('was read');
  return error.message;
};
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('an HR export', () => {
  afterAll(removeExports);

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from('\uFEFF' + text)],
    ['UTF-16 as Excel’s "Unicode text" is', (text: string) => utf16('\uFEFF' + text)],
    ['UTF-16 of big-endian systems', (text: string) => utf16('\uFEFF' + text).swap16()],
    ['UTF-16 without a byte order mark', utf16],
    ['UTF-16 of big-endian systems without a byte order mark', (text: string) => utf16(text).swap16()],
  ])('is read in %s without being told', async (_, encode) => {
    const [header, row] = await linesOf(anExport(['Muñoz,李明'], { header: 'a,b', encode }));
    expect([header?.cells, row?.cells]).toEqual([
      ['a', 'b'],
      ['Muñoz', '李明'],
    ]);
  });

  it('is read in another encoding only when told, and says so', async () => {
    const file = anExport(['1,x', '2,Muñoz'], { header: 'a,b', encode: (text) => Buffer.from(text, 'latin1') });
    expect(await faultOf(file)).toMatch(/not UTF-8: line 3 .*windows-1252.*--encoding.*"feed.encoding"/);
    expect((await linesOf(file, 'windows-1252')).at(-1)?.cells).toEqual(['2', 'Muñoz']);
  });

  it('names the line of a byte that does not fit also where lines end in CR', async () => {
    const encode = (text: string) => Buffer.from(text.replaceAll('\n', '\r'), 'latin1');
    expect(await faultOf(anExport(['1,x', '2,Muñoz'], { header: 'a,b', encode }))).toContain('line 3');
  });

  it('has the encoding of its institution where nobody said another', async () => {
    const encode = (text: string) => Buffer.from(text, 'latin1');
    const file = new FeedFile(anExport(['1,Muñoz'], { header: 'a,b', encode }));
    const table = await file.in({ encoding: 'windows-1252' }).in({ encoding: 'utf-8' }).open();
    const texts = [];
    for await (const { cells } of table.rows()) texts.push(cells[1]);
    expect(texts).toEqual(['b', 'Muñoz']);
  });

  it.each([';', '\t', ',', '|'])('may separate its cells by %j', async (separator) => {
    const file = anExport([`"a${separator}b"${separator}c`], { header: `x${separator}y` });
    expect((await linesOf(file))[1]?.cells).toEqual([`a${separator}b`, 'c']);
  });

  it.each(['sep=^', '"sep=^"', 'SEP=^'])('may say what separates its cells in a first line %s', async (said) => {
    const lines = await linesOf(anExport(['x,y^1^2', '"a^b"^c^d'], { header: said }));
    expect(lines).toEqual([
      { line: 2, cells: ['x,y', '1', '2'] },
      { line: 3, cells: ['a^b', 'c', 'd'] },
    ]);
  });

  it('counts no separator that a heading holds in quotes', async () => {
    expect((await linesOf(anExport(['1;2'], { header: '"a, b, c";d' })))[1]?.cells).toEqual(['1', '2']);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['CR, as a Mac once did', '\r'],
  ])('may end its lines in %s', async (_, end) => {
    const file = anExport(['1,"two\nlines"', '2,b'], {
      header: 'x,y',
      encode: (text) => Buffer.from(text.replaceAll('\n', end)),
    });
    expect(await linesOf(file)).toEqual([
      { line: 1, cells: ['x', 'y'] },
      { line: 2, cells: ['1', `two${end}lines`] },
      { line: 4, cells: ['2', 'b'] },
    ]);
  });

  it('knows the line of each row, past empty ones', async () => {
    const file = anExport(['1,a', '', ',', '2,b'], { header: 'x,y' });
    expect((await linesOf(file)).map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'x'],
      [2, '1'],
      [5, '2'],
    ]);
  });

  it('reads a quote inside a cell as a character, and blanks around quotes as none', async () => {
    const file = anExport(['5" disk, "a, ""b""" ,  c '], { header: 'x,y,z' });
    expect((await cellsOf(file))[1]).toEqual(['5" disk', 'a, "b"', 'c']);
  });

  it.each([
    ['text behind a quoted cell', '2,"b"c,d'],
    ['quotes in a quoted cell', '2,"say "hello" now",d'],
    ['a quote that does not close, and quoted rows below', '2,"open,d'],
  ])('loses one row, and no other, to %s', async (_, row) => {
    const file = anExport(['1,a,a', row, '3,"c, c",c', '4,"d",d'], { header: 'x,y,z' });
    expect(await linesOf(file)).toEqual([
      { line: 1, cells: ['x', 'y', 'z'] },
      { line: 2, cells: ['1', 'a', 'a'] },
      { line: 3, cells: ['2'], fault: STRAY_QUOTE },
      { line: 4, cells: ['3', 'c, c', 'c'] },
      { line: 5, cells: ['4', 'd', 'd'] },
    ]);
  });

  it('whose quote never closes is refused whole, and names the line where it opens', async () => {
    const rows = [
      '1,"two',
      'lines"',
      '2,"open',
      ...Array.from({ length: 40_000 }, (_, at) => `${at},a long enough name`),
    ];
    expect(await faultOf(anExport(rows, { header: 'x,y' }))).toMatch(/quote that opens in line 4 does not close/);
    expect(await faultOf(anExport(rows.slice(0, 9), { header: 'x,y' }))).toContain('opens in line 4');
  });

  it('that is one endless line is refused', async () => {
    expect(await faultOf(anExport(['x'.repeat(2_000_000)], { header: 'x,y' }))).toContain(
      'Line 2 has more than 1000000',
    );
  });

  it('that is a PDF is refused with how to save it', async () => {
    expect(await faultOf(anExport([], { header: '%PDF-1.7' }))).toContain('save it as "CSV UTF-8"');
  });

  it('that is empty or absent is refused in plain words', async () => {
    const empty = anExport([]);
    writeFileSync(empty, '');
    expect(await faultOf(empty)).toBe('The file is empty.');
    expect(await faultOf(`${empty}.gone`)).toContain('cannot be read (ENOENT)');
  });
});
