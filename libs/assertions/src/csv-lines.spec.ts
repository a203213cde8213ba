import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLines, STRAY_QUOTE } from './csv-lines.ts';
import { decoded, type Encoding } from './decode.ts';

type Table = readonly (readonly string[])[];

/** How a program may write a table. */
interface Dialect {
  readonly separator: string;
  readonly says: boolean;
  readonly lineEnd: string;
  readonly quotesAll: boolean;
  readonly endsInLineEnd: boolean;
  readonly blanks: boolean;
}

const CANDIDATES = [',', ';', '\t', '|'];

const dialects = fc
  .record({
    separator: fc.oneof(fc.constantFrom(...CANDIDATES), fc.constantFrom('^', '~', ':', '§', '→', '😀', '\\', ']')),
    says: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quotesAll: fc.boolean(),
    endsInLineEnd: fc.boolean(),
    blanks: fc.boolean(),
  })
  .map((dialect): Dialect => ({ ...dialect, says: dialect.says || !CANDIDATES.includes(dialect.separator) }));

const oddity = fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r', '\r\n', ' ', '^', '\\', ']', '=', "'");
const text = (unit: fc.Arbitrary<string>) =>
  fc.array(fc.oneof(unit, oddity), { maxLength: 6 }).map((parts) => parts.join(''));
const tables = (unit: fc.Arbitrary<string>): fc.Arbitrary<Table> =>
  fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc
        .array(fc.array(text(unit), { minLength: width, maxLength: width }), { maxLength: 8 })
        .map((rows) => [Array.from({ length: width }, (_, at) => `A heading ${at}`), ...rows]),
    );

/** Cells that hold line ends and as many separators as rows have are what open quotes make. */
const isClear = (table: Table, { separator }: Dialect) =>
  table.every((row) => {
    const folded = row.filter((cell) => /[\r\n]/.test(cell)).join('');
    return row.length < 4 || folded.split(separator).length < row.length;
  });

const needsQuotes = (cell: string, { quotesAll, separator }: Dialect) =>
  quotesAll || cell.includes(separator) || /[",;\t|\r\n]/.test(cell) || cell.trim() !== cell || cell === '';

function write(table: Table, dialect: Dialect): string {
  const { separator, says, lineEnd, endsInLineEnd, blanks } = dialect;
  const blank = blanks && separator !== ' ' ? ' ' : '';
  const cellText = (cell: string) =>
    blank + (needsQuotes(cell, dialect) ? `"${cell.replaceAll('"', '""')}"` : cell) + blank;
  const lines = table.map((row) => row.map(cellText).join(separator));
  return [...(says ? [`sep=${separator}`] : []), ...lines].join(lineEnd) + (endsInLineEnd ? lineEnd : '');
}

/** Cuts where no character ends, as a disk does. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: Buffer, size: number, encoding?: Encoding): Promise<Table> {
  const rows = [];
  for await (const { cells, fault } of csvLines(decoded(pieces(bytes, size), encoding))) {
    expect(fault).toBeUndefined();
    rows.push(cells);
  }
  return rows;
}

const utf16 = (content: string) => Buffer.from(content, 'utf16le');
const WRITERS: Readonly<Record<string, (content: string) => Buffer>> = {
  'UTF-8': (content) => Buffer.from(content),
  'UTF-8 with a mark': (content) => Buffer.from(`\uFEFF${content}`),
  'UTF-16 LE': utf16,
  'UTF-16 LE with a mark': (content) => utf16(`\uFEFF${content}`),
  'UTF-16 BE': (content) => utf16(content).swap16(),
  'UTF-16 BE with a mark': (content) => utf16(`\uFEFF${content}`).swap16(),
};
const unit = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 });
const latin = fc.constantFrom('a', 'Z', '0', 'ñ', 'Ü', 'þ', 'é', '.');
/** The first piece shows the encoding. */
const sizes = fc.integer({ min: 64, max: 200 });

describe('any table', () => {
  it.each(Object.entries(WRITERS))('written in any dialect in %s reads back the same', async (_, encode) => {
    await fc.assert(
      fc.asyncProperty(tables(unit), dialects, sizes, async (table, dialect, size) => {
        fc.pre(isClear(table, dialect));
        expect(await read(encode(write(table, dialect)), size)).toEqual(table);
      }),
    );
  });

  it('written in any dialect in Windows-1252 reads back the same, once that is said', async () => {
    const separators = dialects.filter(({ separator }) => separator <= 'ÿ');
    await fc.assert(
      fc.asyncProperty(tables(latin), separators, sizes, async (table, dialect, size) => {
        fc.pre(isClear(table, dialect));
        const bytes = Buffer.from(write(table, dialect), 'latin1');
        expect(await read(bytes, size, 'windows-1252')).toEqual(table);
      }),
    );
  });

  it('is read as csv-parse reads it', async () => {
    await fc.assert(
      fc.asyncProperty(tables(unit), dialects, sizes, async (table, dialect, size) => {
        fc.pre(isClear(table, dialect));
        const content = write(table, { ...dialect, says: false });
        const { separator: delimiter } = dialect;
        const trimmed = parse(content, { delimiter, trim: true, skip_empty_lines: true });
        if (CANDIDATES.includes(delimiter)) expect(await read(Buffer.from(content), size)).toEqual(trimmed);
      }),
    );
  });

  it('in which quotes are left open in two rows gives the rows between back', async () => {
    const rows = ['1,"a,b,c', '2,a,b,c', '3,"d, e",b,c', '4,a",b,c', '5,a,b,c'];
    const bytes = Buffer.from(['A,B,C,D', ...rows, '6,"a,b,c', '7,a,b",c'].join('\n'));
    const read = [];
    for await (const { line, cells, fault } of csvLines(decoded(pieces(bytes, 64))))
      read.push([line, cells[0], fault === STRAY_QUOTE || undefined]);
    expect(read).toEqual([
      [1, 'A', undefined],
      [2, '1', true],
      [3, '2', undefined],
      [4, '3', undefined],
      [5, '4', undefined],
      [6, '5', undefined],
      [7, '6', true],
      [8, '7', undefined],
    ]);
  });

  it('with a stray quote in a row loses that row only', async () => {
    const rows = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '.') }), {
      minLength: 3,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), sizes, async (texts, at, size) => {
        const broken = at % texts.length;
        const lines = texts.map((name, row) => (row === broken ? `${row},"${name}"x,z` : `${row},"${name}",z`));
        const bytes = Buffer.from(['A heading,Another heading,And another one', ...lines, ''].join('\n'));
        const read = [];
        for await (const line of csvLines(decoded(pieces(bytes, size)))) read.push(line);
        expect(read.slice(1)).toEqual(
          texts.map((name, row) =>
            row === broken
              ? { line: row + 2, cells: [String(row)], fault: STRAY_QUOTE }
              : { line: row + 2, cells: [String(row), name, 'z'] },
          ),
        );
      }),
    );
  });
});
