import { FeedFileError } from '../feed-file.error.ts';
import type { RowFault } from '../feed-row.ts';
import type { CellFault, Table, TableRow } from '../table.ts';
import { type TextLine, textLines } from '../text-lines.ts';
import { arrayElements, brokenArray } from './array-elements.ts';
import type { JsonForm } from './json-form.ts';
import { type JsonValue, readObject, type ReadObject } from './json-object.ts';

/** More are no fields of a job. */
const MOST_NAMES = 1000;

type Chunks = () => AsyncIterable<string>;
type PlacedObject = ReadObject & { readonly line: number };

/**
 * A file of JSON objects as a table. Its header is every name that one of the objects has, since programs leave out what has no
 * value: they are read once more for it.
 */
export function jsonTable(chunks: Chunks, form: JsonForm): Table {
  const objects = (): AsyncIterable<PlacedObject> => (form === 'array' ? inArray(chunks()) : onLines(chunks()));
  let names: Promise<readonly string[]> | undefined;
  const rows = async function* (): AsyncGenerator<TableRow> {
    names ??= namesIn(objects());
    const header = await names;
    yield { line: 0, cells: header };
    for await (const object of objects()) yield rowOf(object, header);
  };
  return { place: form === 'array' ? 'object' : 'line', namesCells: true, rows };
}

async function* inArray(chunks: AsyncIterable<string>): AsyncGenerator<PlacedObject> {
  for await (const { line, text } of arrayElements(chunks)) {
    const read = readObject(text);
    if (read.kind === 'none') throw brokenArray(line, read.why);
    yield { ...read, line };
  }
}

async function* onLines(chunks: AsyncIterable<string>): AsyncGenerator<PlacedObject> {
  let isFirst = true;
  for await (const { line, text } of textLines(chunks)) {
    const read = readObject(text);
    if (isFirst && read.kind === 'none') throw noObjects({ line, text }, read.why);
    isFirst = false;
    yield { ...read, line };
  }
}

async function namesIn(objects: AsyncIterable<PlacedObject>): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const object of objects) {
    if (object.kind === 'object') for (const name of object.values.keys()) names.add(name);
    if (names.size > MOST_NAMES)
      throw new FeedFileError([
        `The objects have more than ${MOST_NAMES} different names: export people, each with the same names.`,
      ]);
  }
  return [...names];
}

function rowOf(object: PlacedObject, header: readonly string[]): TableRow {
  const { line } = object;
  if (object.kind === 'none') return { line, cells: [], fault: noObject(object.why) };
  const values = header.map((name) => object.values.get(name));
  const faults = new Map(values.flatMap((value, at) => (value?.isTaken === false ? [[at, NO_TEXT] as const] : [])));
  return { line, cells: values.map(textOf), ...(faults.size > 0 && { faults }) };
}

function textOf(value: JsonValue | undefined): string {
  return value?.text.trim() ?? '';
}

const NO_TEXT: CellFault = { cause: 'value that is no text', remedy: 'must be a text in quotes, a number or null' };

function noObject(why: string): RowFault {
  return {
    cause: 'line that is no JSON object',
    reason: `The line ${why}. Each line must be one object with texts (NDJSON).`,
  };
}

function noObjects({ line }: TextLine, why: string): FeedFileError {
  return new FeedFileError([
    `Line ${line} ${why}. A JSON file of people is an array of objects ([{…}, {…}]), or has one object on each line (NDJSON).`,
  ]);
}
