import fc from 'fast-check';
import { FeedFileError } from '../feed-file.error.ts';
import type { TableRow } from '../table.ts';
import { jsonFormOf } from './json-form.ts';
import { jsonTable } from './json-table.ts';

/** A text as it comes from a disk. */
const inPieces = (text: string, size: number) =>
  async function* () {
    for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
  };
const rowsOf = async (text: string, size = 65_536) => {
  const form = jsonFormOf(text);
  if (form === undefined) throw new Error('is no JSON');
  const rows: TableRow[] = [];
  for await (const row of jsonTable(inPieces(text, size), form).rows()) rows.push(row);
  return rows;
};
const faultOf = async (text: string) => {
  const error = await rowsOf(text).catch((caught: unknown) => caught);
  if (!(error instanceof FeedFileError)) throw new Error('was read');
  return error.message;
};

describe('a JSON file of people', () => {
  it.each([
    ['an array', '[\n {"staffId": "000042", "role": "Head"},\n {"staffId": "7", "url": null}\n]\n', 'object', [1, 2]],
    ['one object a line', '\n{"staffId": "000042", "role": "Head"}\r\n\n{"staffId": "7", "url": null}', 'line', [2, 4]],
  ] as const)('may be %s, and has every name that one of its objects has', async (_, text, place, lines) => {
    const form = jsonFormOf(text);
    expect(form && jsonTable(inPieces(text, 9), form).place).toBe(place);
    expect(await rowsOf(text)).toEqual([
      { line: 0, cells: ['staffId', 'role', 'url'] },
      { line: lines[0], cells: ['000042', 'Head', ''] },
      { line: lines[1], cells: ['7', '', ''] },
    ]);
  });

  it('has numbers as they are written', async () => {
    const [, row] = await rowsOf('{"a": 42.0, "b": 12345678901234567890, "c": 1E+05, "d": -1}');
    expect(row?.cells).toEqual(['42.0', '12345678901234567890', '1E+05', '-1']);
  });

  it('takes no value that is no text', async () => {
    const [, row] = await rowsOf('[{"a": true, "b": {"c": 1}, "d": ["x", "y"], "e": "x"}]');
    expect(row?.cells).toEqual(['true', '{"c":"1"}', '["x","y"]', 'x']);
    expect([...(row?.faults?.keys() ?? [])]).toEqual([0, 1, 2]);
  });

  it.each([
    ['[Staff id],[Job id]\n1,2', undefined],
    ['staff id,job id', undefined],
    ['{staff},b', undefined],
    ['', undefined],
    [' [', 'array'],
    ['[]', 'array'],
    ['[["a"]]', 'array'],
    ['{}', 'lines'],
    ['{\n "people"', 'lines'],
  ])('is known by its beginning: %j', (beginning, form) => {
    expect(jsonFormOf(beginning)).toBe(form);
  });

  it.each([
    ['is cut', '{"a": "1"'],
    ['is no object', '["a"]'],
    ['is no JSON', "{'a': 1}"],
    ['has a name twice', '{"a": "1", "b": "x:", "a": "2"}'],
    ['is nested too deep', `{"a": ${'['.repeat(20)}${']'.repeat(20)}}`],
    ['is nested a million deep', `{"a": ${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
  ])('loses a line that %s, and no other', async (_, line) => {
    const rows = await rowsOf(`{"a": "1"}\n${line}\n{"a": "3"}\n`);
    expect(rows.map(({ line: at, cells, fault }) => [at, cells[0], fault?.cause])).toEqual([
      [0, 'a', undefined],
      [1, '1', undefined],
      [2, undefined, 'line that is no JSON object'],
      [3, '3', undefined],
    ]);
  });

  it.each([
    [
      'one object on many lines',
      '{\n  "people": []\n}',
      /^Line 1 is no JSON object\. A JSON file of people is an array/,
    ],
    ['a line without end', `{"a": "${'x'.repeat(1_100_000)}"}\n`, /^Line 1 has more than 1000000 characters/],
    ['an array that breaks off', '[{"a": "1"}, {"a": "2"', /object 2 does not end: the export broke off/],
    ['an array that breaks off in a text', '[{"a": "1"}, {"a": "2]}', /object 2 does not end/],
    ['an array that breaks off behind a comma', '[{"a": "1"},', /object 2 does not end/],
    ['an array of arrays', '[["a"]]', /object 1 is no JSON object/],
    ['a broken object', '[{"a": "1"}, {"a": 1 2}]', /object 2 is no JSON object/],
    ['a name twice', '[{"a": "1", "a": "2"}]', /object 1 has a name twice/],
    ['brackets that do not fit', '[{"a": "1"}, {"a": ["2"}]]', /object 2 has a "}" that closes nothing/],
    ['brackets too deep', `[{"a": ${'['.repeat(100)}`, /object 1 is nested more than 16 deep/],
    ['a comma too many', '[{"a": "1"},]', /object 2 is missing/],
    ['a comma at the beginning', '[{} , , {}]', /object 2 is missing/],
    ['an object without end', `[{"a": "${'x'.repeat(1_100_000)}"}]`, /object 1 has more than 1000000 characters/],
    ['a second array', '[{"a": "1"}] [{"a": "2"}]', /stands where none can/],
    ['more behind it', '[{"a": "1"}] x', /behind the end of the JSON array/],
    [
      'names without end',
      `[{${Array.from({ length: 1001 }, (_, at) => `"n${at}": ""`).join(',')}}]`,
      /more than 1000 different names/,
    ],
  ])('with %s is refused', async (_, text, fault) => {
    expect(await faultOf(text)).toMatch(fault);
  });

  it('reads back whatever it was written from, in either form and however it comes', async () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('"', '\\', ',', '[', ']', '{', '}', ':', '\n', 'é', '😀'), fc.string()),
    });
    const value = fc.oneof({ weight: 5, arbitrary: text.map((one) => one.trim()) }, fc.constant(null));
    const people = fc.array(fc.record({ a: value, b: value, '"c"': value }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 2), async (given, size, indent) => {
        const wanted = given.map((person) => [person.a ?? '', person.b ?? '', person['"c"'] ?? '']);
        for (const written of [
          JSON.stringify(given, null, indent),
          given.map((one) => JSON.stringify(one)).join('\n'),
        ]) {
          const [header, ...rows] = await rowsOf(written, size);
          expect(header?.cells).toEqual(['a', 'b', '"c"']);
          expect(rows.map(({ cells }) => cells)).toEqual(wanted);
        }
      }),
    );
  });
});
