/** Text as Jackson's default pretty printer sets it: `"key" : value`, lists on one line with their brackets. */
export function prettyJson(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '[ ]';
    return `[ ${value.map((member) => prettyJson(member, indent)).join(', ')} ]`;
  }
  if (typeof value === 'object' && value !== null) return prettyObject(Object.entries(value), indent);
  return JSON.stringify(value);
}

function prettyObject(entries: readonly (readonly [string, unknown])[], indent: string): string {
  if (entries.length === 0) return '{ }';
  const inner = `${indent}  `;
  const lines = entries.map(([key, member]) => `${inner}${JSON.stringify(key)} : ${prettyJson(member, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
