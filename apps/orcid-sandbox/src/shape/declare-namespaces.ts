import { type Document, namespaceUri, type Shape } from './shape.ts';

const knownDeclarations = new WeakMap<Document, string>();

/** What the root of a document declares, as it stands in the text. */
export function declareNamespaces(document: Document): string {
  const known = knownDeclarations.get(document);
  if (known !== undefined) return known;
  const prefixes = document.namespaces ?? [...collectPrefixes(document.shape, new Set([document.prefix]))].sort();
  const text = prefixes.map((prefix) => ` xmlns:${prefix}="${namespaceUri(prefix)}"`).join('');
  knownDeclarations.set(document, text);
  return text;
}

function collectPrefixes(shape: Shape, found: Set<string>): ReadonlySet<string> {
  if (shape.kind !== 'object') return found;
  for (const field of shape.fields) {
    if (field.prefix !== '') found.add(field.prefix);
    collectPrefixes(field.shape, found);
  }
  return found;
}
