import { type Shape, type TreeValue } from './shape.ts';

/** The text of a leaf, not yet escaped. */
export function leafText(shape: Shape, value: TreeValue): string {
  if (shape.kind === 'time') return new Date(value as number).toISOString();
  const text = `${value as string | number}`;
  return shape.kind === 'text' ? (shape.inXml?.[text] ?? text) : text;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  // Control characters cannot stand in XML 1.0 at all.
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '').replace(/[^\P{Cc}\t\n\r]/gu, '');
}
