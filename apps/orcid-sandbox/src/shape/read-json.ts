import { constantOf } from './constant-of.ts';
import { readText } from './read-text.ts';
import { SchemaViolation } from './schema-violation.ts';
import { type Field, type ObjectShape, type Shape, type Tree, type TreeValue } from './shape.ts';

/** Reads parsed JSON as Jackson does at ORCID: scalars are coerced, one object may stand for a list, strangers are refused. */
export function readJson(shape: ObjectShape, json: unknown, name: string): Tree {
  if (shape.short !== undefined && typeof json === 'string') return { [shape.short]: json };
  if (!isRecord(json)) throw new SchemaViolation(`cannot read ${name} from ${describe(json)}`);
  const value: Tree = {};
  for (const [key, member] of Object.entries(json)) {
    const field = shape.fields.find((candidate) => candidate.name === key && candidate.xmlOnly !== true);
    if (field === undefined) throw new SchemaViolation(`unrecognized field "${key}" in ${name}`);
    if (member === null) continue;
    const read = readMember(field, member);
    if (field.readOnly !== true) value[key] = read;
  }
  return value;
}

function readMember(field: Field, json: unknown): TreeValue {
  if (!field.many) return readValue(field.shape, json, field.name);
  const members = Array.isArray(json) ? (json as unknown[]) : [json];
  return members.map((member) => readValue(field.shape, member, field.name));
}

function readValue(shape: Shape, json: unknown, name: string): TreeValue {
  if (shape.kind === 'object') return readJson(shape, json, name);
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') {
    return readText(shape, wordOf(shape, String(json)), name);
  }
  throw new SchemaViolation(`cannot read ${name} from ${describe(json)}`);
}

/** `JOURNAL_ARTICLE` back to `journal-article`, and `US` to itself; the word as XML has it is good as well. */
function wordOf(shape: Shape, raw: string): string {
  if (shape.kind !== 'text' || shape.isConstant !== true) return raw;
  return shape.values?.find((value) => constantOf(value) === constantOf(raw)) ?? raw.toLowerCase().replaceAll('_', '-');
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function describe(json: unknown): string {
  return Array.isArray(json) ? 'an array' : json === null ? 'null' : `a value of type ${typeof json}`;
}
