import {
  type Document,
  type Field,
  namespaceUri,
  type ObjectShape,
  type Shape,
  type Tree,
  type TreeValue,
} from './shape.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The document with ORCID's own prefixes, all declared on the root as JAXB does. */
export function writeXml(document: Document, value: Tree): string {
  const declared = [...prefixesOf(document)].sort().map((prefix) => ` xmlns:${prefix}="${namespaceUri(prefix)}"`);
  return `${HEAD}\n${writeElement(`${document.prefix}:${document.name}`, document.shape, value, declared.join(''))}\n`;
}

/** As `writeXml` for errors, which ORCID writes in a default namespace. */
export function writeUnprefixedXml(document: Document, value: Tree): string {
  const children = document.shape.fields.map((field) => {
    const member = value[field.name];
    return member === undefined ? '' : `<${field.name}>${escapeXml(leafText(field.shape, member))}</${field.name}>`;
  });
  return `${HEAD}\n<${document.name} xmlns="${namespaceUri(document.prefix)}">${children.join('')}</${document.name}>\n`;
}

function writeElement(tag: string, shape: Shape, value: TreeValue, extra = ''): string {
  if (shape.kind !== 'object') return `<${tag}${extra}>${escapeXml(leafText(shape, value))}</${tag}>`;
  const shown = shape.present === undefined ? (value as Tree) : shape.present(value as Tree);
  const inner = writeContent(shape, shown);
  const open = `${tag}${extra}${writeAttributes(shape, shown)}`;
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${tag}>`;
}

function writeAttributes(shape: ObjectShape, value: Tree): string {
  return shape.fields
    .filter((field) => field.place === 'attribute' && isPresent(value[field.name]))
    .map((field) => ` ${field.name}="${escapeXml(leafText(field.shape, value[field.name]))}"`)
    .join('');
}

function writeContent(shape: ObjectShape, value: Tree): string {
  let xml = '';
  for (const field of shape.fields) {
    const member = value[field.name];
    if (field.place === 'attribute' || !isPresent(member)) continue;
    xml += field.place === 'content' ? escapeXml(leafText(field.shape, member)) : writeField(field, member);
  }
  return xml;
}

function writeField(field: Field, value: TreeValue): string {
  if (!field.many) return writeElement(`${field.prefix}:${field.name}`, field.shape, value);
  const members = (value as TreeValue[]).map((member) => writeMember(field, member)).join('');
  return field.wrapper === undefined
    ? members
    : `<${field.prefix}:${field.wrapper}>${members}</${field.prefix}:${field.wrapper}>`;
}

function writeMember(field: Field, member: TreeValue): string {
  if (field.choices === undefined) return writeElement(`${field.prefix}:${field.name}`, field.shape, member);
  const chosen = Object.entries(member as Tree);
  return chosen.map(([name, value]) => writeChoice(field.choices ?? [], name, value)).join('');
}

function writeChoice(choices: readonly Field[], name: string, value: TreeValue): string {
  const choice = choices.find((candidate) => candidate.name === name);
  return choice === undefined ? '' : writeElement(`${choice.prefix}:${choice.name}`, choice.shape, value);
}

function leafText(shape: Shape, value: TreeValue): string {
  if (shape.kind === 'time') return new Date(value as number).toISOString();
  const text = `${value as string | number}`;
  return shape.kind === 'text' ? (shape.inXml?.[text] ?? text) : text;
}

function isPresent(value: TreeValue): boolean {
  return value !== undefined && value !== null;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  // Control characters cannot stand in XML 1.0 at all.
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '').replace(/[^\P{Cc}\t\n\r]/gu, '');
}

const knownPrefixes = new WeakMap<Document, ReadonlySet<string>>();

function prefixesOf(document: Document): ReadonlySet<string> {
  const known = knownPrefixes.get(document) ?? collectPrefixes(document.shape, new Set([document.prefix]));
  knownPrefixes.set(document, known);
  return known;
}

function collectPrefixes(shape: Shape, found: Set<string>): ReadonlySet<string> {
  if (shape.kind !== 'object') return found;
  for (const field of shape.fields) {
    if (field.prefix !== '') found.add(field.prefix);
    collectPrefixes(field.shape, found);
  }
  return found;
}
