import { SchemaViolation } from './schema-violation.ts';
import { type Shape, type TextShape } from './shape.ts';

type Leaf = Exclude<Shape, { kind: 'object' }>;

/** Reads one bare value, from either format, as the leaf wants it. */
export function readText(shape: Leaf, raw: string, name: string): string | number | boolean {
  switch (shape.kind) {
    case 'text':
      return listed(shape, raw, name);
    case 'number':
      return integer(raw.trim(), name);
    case 'boolean':
      return truth(raw.trim(), name);
    case 'time':
      return instant(raw.trim(), name);
  }
}

function listed(shape: TextShape, raw: string, name: string): string {
  if (shape.values === undefined || shape.values.includes(raw)) return raw;
  throw new SchemaViolation(`invalid value '${raw}' for '${name}'`, 'enum', { value: raw, enum: name });
}

function integer(raw: string, name: string): number {
  if (/^-?\d{1,15}$/.test(raw)) return Number(raw);
  throw new SchemaViolation(`'${raw}' is not an integer (${name})`);
}

function truth(raw: string, name: string): boolean {
  if (raw === 'true' || raw === '1') return true;
  if (raw === 'false' || raw === '0') return false;
  throw new SchemaViolation(`'${raw}' is not a boolean (${name})`);
}

function instant(raw: string, name: string): number {
  const epoch = /^\d+$/.test(raw) ? Number(raw) : Date.parse(raw);
  if (Number.isFinite(epoch)) return epoch;
  throw new SchemaViolation(`'${raw}' is not a date and time (${name})`);
}
