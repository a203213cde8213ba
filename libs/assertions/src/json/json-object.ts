import { MOST_NESTED } from './array-elements.ts';

/** A value as it stands in an object: texts and numbers may be taken, and null says that there is none. */
export type JsonValue = { readonly text: string; readonly isTaken: boolean };

/** What a text is as a flat object; or, to follow the object's number, why it is none. */
export type ReadObject =
  | { readonly kind: 'object'; readonly values: ReadonlyMap<string, JsonValue> }
  | { readonly kind: 'none'; readonly why: string };

/** Reads an object. Numbers stay as they are written: a program that reads 42.0 or twenty digits as a number loses some of it. */
export function readObject(text: string): ReadObject {
  const { depth, names } = shapeOf(text);
  if (depth > MOST_NESTED) return { kind: 'none', why: `is nested more than ${MOST_NESTED} deep` };
  const json = parse(text);
  if (json === undefined) return { kind: 'none', why: 'is no JSON object' };
  const members = Object.entries(json);
  if (members.length < names) return { kind: 'none', why: 'has a name twice, and nobody knows which value counts' };
  return { kind: 'object', values: new Map(members.map(([name, value]) => [name, valueOf(value)])) };
}

function parse(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text, (_, value: unknown, context?: { readonly source?: string }) =>
      typeof value === 'number' ? context?.source : value,
    );
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function valueOf(value: unknown): JsonValue {
  if (value === null) return { text: '', isTaken: true };
  return typeof value === 'string' ? { text: value, isTaken: true } : { text: JSON.stringify(value), isTaken: false };
}

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs;

/** How deep the brackets of a text are nested, and how many names its outermost object has. */
function shapeOf(text: string): { readonly depth: number; readonly names: number } {
  let [open, depth, names] = [0, 0, 0];
  for (const [token, colon] of text.matchAll(TOKENS)) {
    if (colon !== undefined && open === 1) names++;
    if (token === '{' || token === '[') depth = Math.max(depth, ++open);
    if (token === '}' || token === ']') open--;
  }
  return { depth, names };
}
