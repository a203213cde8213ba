/** How JSON says many objects: one array of them, or one on each line (NDJSON). */
export type JsonForm = 'array' | 'lines';

/** What a text is by its beginning; undefined when it is no JSON. A heading in brackets, as `[Staff id]`, is none. */
export function jsonFormOf(beginning: string): JsonForm | undefined {
  if (/^\s*\[\s*(?:[{[\]"]|$)/.test(beginning)) return 'array';
  return /^\s*\{\s*(?:["}]|$)/.test(beginning) ? 'lines' : undefined;
}
