import { prettyJson } from '../shape/pretty-json.ts';

/** The same JSON with the keys of every object the other way round, set as it was. */
export function reorderKeys(text: string): string {
  const reordered = reversed(JSON.parse(text) as unknown);
  return text.includes('\n') ? prettyJson(reordered) : JSON.stringify(reordered);
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
