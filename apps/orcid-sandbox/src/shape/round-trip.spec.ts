import fc from 'fast-check';
import { GROUP_ID_RECORD } from '../model/group-id-record.ts';
import { NOTIFICATION } from '../model/notification.ts';
import { SECTIONS } from '../model/sections.ts';
import { checkSchema } from './check-schema.ts';
import { parseXml } from './parse-xml.ts';
import { prettyJson } from './pretty-json.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';
import {
  type Document,
  type Field,
  type ObjectShape,
  type Shape,
  type TextShape,
  type Tree,
  type TreeValue,
} from './shape.ts';
import { writeJson } from './write-json.ts';
import { writeXml } from './write-xml.ts';

const DOCUMENTS: readonly Document[] = [
  ...Object.values(SECTIONS).map((section) => section.document),
  GROUP_ID_RECORD,
  NOTIFICATION,
];

/** Anything that the schema of a shape allows a client to write. */
function writable(shape: Shape): fc.Arbitrary<TreeValue> {
  switch (shape.kind) {
    case 'text':
      return textOf(shape);
    case 'number':
      return fc.integer({ min: 0 });
    case 'boolean':
      return fc.boolean();
    case 'time':
      return fc.integer({ min: 0, max: 4_000_000_000_000 });
    case 'object':
      return objectOf(shape);
  }
}

function textOf({ values, range, pattern, max = 50 }: TextShape): fc.Arbitrary<string> {
  if (values !== undefined) return fc.constantFrom(...values);
  if (range !== undefined) return fc.integer({ min: range[0], max: range[1] }).map(String);
  if (pattern !== undefined) return fc.stringMatching(pattern);
  return fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 50) })
    .filter((text) => text.trim() !== '');
}

function objectOf(shape: ObjectShape): fc.Arbitrary<Tree> {
  const fields = shape.fields.filter((field) => field.readOnly !== true);
  const members = Object.fromEntries(fields.map((field) => [field.name, memberOf(field)]));
  // JSON writes an absent list as an empty one, which then is read as such.
  const requiredKeys = fields.filter(({ required, many }) => required || many).map(({ name }) => name);
  return fc.record(members, { requiredKeys }).map((value) => withoutOrphans(fields, value));
}

function memberOf(field: Field): fc.Arbitrary<TreeValue> {
  const one = field.choices === undefined ? writable(field.shape) : choiceOf(field.choices);
  return field.many ? fc.array(one, { minLength: 1, maxLength: 2 }) : one;
}

function choiceOf(choices: readonly Field[]): fc.Arbitrary<Tree> {
  return fc.oneof(...choices.map(({ name, shape }) => writable(shape).map((value) => ({ [name]: value }))));
}

/** A day without a month is not allowed. */
function withoutOrphans(fields: readonly Field[], value: Tree): Tree {
  const orphans = fields.filter(({ needs }) => needs !== undefined && value[needs] === undefined);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !orphans.some((field) => field.name === name)));
}

describe.each(DOCUMENTS.map((document) => [document.name, document] as const))('%s', (_name, document) => {
  const anything = objectOf(document.shape);

  it('is the same after being written and read as JSON, pretty or not', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const json = writeJson(document.shape, value);
        expect(JSON.parse(prettyJson(json))).toEqual(json);
        expect(readJson(document.shape, JSON.parse(JSON.stringify(json)), document.name)).toEqual(value);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same after being written and read as XML', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(readXml(document, parseXml(writeXml(document, value)))).toEqual(value);
      }),
      { numRuns: 20 },
    );
  });

  it('is accepted by the schema that it was made from', () => {
    fc.assert(
      fc.property(anything, (value) => {
        checkSchema(document.shape, value);
      }),
      { numRuns: 20 },
    );
  });
});
