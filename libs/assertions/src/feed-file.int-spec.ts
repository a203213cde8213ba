import { writeFileSync } from 'node:fs';
import { FeedFileError } from './feed-file.error.ts';
import { FeedFile } from './feed-file.ts';
import type { Encoding } from './decode.ts';
import { anExport, removeExports } from './testing/export-file.builder.ts';

const linesOf = async (file: string, encoding?: Encoding) => {
  const lines = [];
  for await (const line of new FeedFile(file, encoding).lines()) lines.push(line);
  return lines;
};
const faultOf = async (file: string, encoding?: Encoding) => {
  const error = await linesOf(file, encoding).catch((caught: unknown) => caught);
  if (!(error instanceof FeedFileError)) throw new Error('was read');
  return error.message;
};

describe('an HR export', () => {
  afterAll(removeExports);

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from('\uFEFF' + text)],
    ['UTF-16 as Excel’s "Unicode text" is', (text: string) => Buffer.from('\uFEFF' + text, 'utf16le')],
  ])('is read in %s without being told', async (_, encode) => {
    const [header, row] = await linesOf(anExport(['Muñoz,李明'], { header: 'a,b', encode }));
    expect([header?.cells, row?.cells]).toEqual([
      ['a', 'b'],
      ['Muñoz', '李明'],
    ]);
  });

  it('is read in another encoding only when told, and says so', async () => {
    const file = anExport(['1,x', '2,Muñoz'], { header: 'a,b', encode: (text) => Buffer.from(text, 'latin1') });
    expect(await faultOf(file)).toMatch(/not UTF-8: line 3 .*windows-1252/);
    expect((await linesOf(file, 'windows-1252')).at(-1)?.cells).toEqual(['2', 'Muñoz']);
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'in %s without a byte order mark says how to read it',
    async (encoding) => {
      const encode = (text: string) => {
        const bytes = Buffer.from(text, 'utf16le');
        return encoding === 'utf-16le' ? bytes : bytes.swap16();
      };
      const file = anExport(['1,x'], { header: 'a,b', encode });
      expect(await faultOf(file)).toMatch(/bytes that are no text .*line 1.*--encoding utf-16le or utf-16be/);
      expect((await linesOf(file, encoding)).at(-1)?.cells).toEqual(['1', 'x']);
    },
  );

  it('that holds U+0000 is refused before any row is taken, and names its line', async () => {
    const file = anExport(['1,x', '2,y\0'], { header: 'a,b' });
    expect(await faultOf(file)).toContain('U+0000 in line 3');
    await expect(new FeedFile(file).hash()).rejects.toThrow('U+0000 in line 3');
  });

  it.each([';', '\t', ','])('may separate its cells by %j', async (separator) => {
    const file = anExport([`"a${separator}b"${separator}c`], { header: `x${separator}y` });
    expect((await linesOf(file))[1]?.cells).toEqual([`a${separator}b`, 'c']);
  });

  it('knows the line of each row, past empty ones', async () => {
    const file = anExport(['1,a', '', ',', '2,b'], { header: 'x,y' });
    expect((await linesOf(file)).map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'x'],
      [2, '1'],
      [5, '2'],
    ]);
  });

  it('whose quotes do not close is refused whole', async () => {
    expect(await faultOf(anExport(['1,"open', '2,b'], { header: 'x,y' }))).toContain('not a CSV file');
  });

  it('that is empty or absent is refused in plain words', async () => {
    const empty = anExport([]);
    writeFileSync(empty, '');
    expect(await faultOf(empty)).toBe('The file is empty.');
    expect(await faultOf(`${empty}.gone`)).toContain('cannot be read (ENOENT)');
  });
});
