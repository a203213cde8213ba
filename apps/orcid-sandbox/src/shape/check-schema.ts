import { SchemaViolation } from './schema-violation.ts';
import { type Field, type ObjectShape, type TextShape, type Tree, type TreeValue } from './shape.ts';

/** The rules of the XML schema, which ORCID applies to JSON as well (JSONInputValidator): presence, length, pattern. */
export function checkSchema(shape: ObjectShape, value: Tree): void {
  for (const field of shape.fields) {
    if (field.readOnly !== true) checkField(field, value);
  }
}

function checkField(field: Field, around: Tree): void {
  const value = around[field.name];
  const members = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (field.required && members.length === 0) throw new SchemaViolation(`${field.name} is missing`);
  if (field.max !== undefined && members.length > field.max) {
    throw new SchemaViolation(`more than ${field.max} of ${field.name}`);
  }
  if (field.needs !== undefined && members.length > 0 && around[field.needs] === undefined) {
    throw new SchemaViolation(`${field.name} without ${field.needs}`);
  }
  for (const member of members) checkMember(field, member);
}

function checkMember(field: Field, value: TreeValue): void {
  if (field.shape.kind === 'object') checkSchema(field.shape, value as Tree);
  if (field.shape.kind === 'text') checkText(field.shape, value as string, field.name);
}

function checkText(shape: TextShape, value: string, name: string): void {
  if (shape.filled === true && !/[^ \n\r]/.test(value)) throw new SchemaViolation(`${name} is empty`);
  if (shape.max !== undefined && value.length > shape.max) {
    throw new SchemaViolation(`${name} is longer than ${shape.max} characters`);
  }
  if (shape.pattern?.test(value) === false) throw new SchemaViolation(`${name} does not match its pattern`);
  if (shape.range !== undefined && !isWithin(value, shape.range)) {
    throw new SchemaViolation(`${name} is not between ${shape.range.join(' and ')}`);
  }
}

function isWithin(value: string, [low, high]: readonly [number, number]): boolean {
  return /^\d+$/.test(value.trim()) && Number(value) >= low && Number(value) <= high;
}
