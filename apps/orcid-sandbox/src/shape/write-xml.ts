import { declareNamespaces } from './declare-namespaces.ts';
import {
  type Document,
  type Field,
  namespaceUri,
  type ObjectShape,
  type Shape,
  type Tree,
  type TreeValue,
} from './shape.ts';
import { escapeXml, leafText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const STEP = '    ';

/** The document as JAXB sets it: ORCID's prefixes declared on the root, after its attributes, and four spaces a level. */
export function writeXml(document: Document, value: Tree): string {
  return `${HEAD}${writeElement(`${document.prefix}:${document.name}`, document.shape, value, '\n', declareNamespaces(document))}\n`;
}

/** As `writeXml` for errors, which ORCID writes in a default namespace. */
export function writeUnprefixedXml(document: Document, value: Tree): string {
  const children = document.shape.fields.map((field) => {
    const member = value[field.name];
    if (member === undefined) return '';
    return `\n${STEP}<${field.name}>${escapeXml(leafText(field.shape, member))}</${field.name}>`;
  });
  return `${HEAD}\n<${document.name} xmlns="${namespaceUri(document.prefix)}">${children.join('')}\n</${document.name}>\n`;
}

/** `line` begins the element's line: a line end and its indentation. */
function writeElement(tag: string, shape: Shape, value: TreeValue, line: string, namespaces = ''): string {
  if (shape.kind !== 'object') return `${line}<${tag}>${escapeXml(leafText(shape, value))}</${tag}>`;
  const shown = shape.present === undefined ? (value as Tree) : shape.present(value as Tree);
  const open = `${line}<${tag}${writeAttributes(shape, shown)}${namespaces}`;
  const content = shape.fields.find((field) => field.place === 'content');
  if (content !== undefined) return `${open}>${writeText(content, shown)}</${tag}>`;
  const inner = writeElements(shape, shown, line + STEP);
  return inner === '' ? `${open}/>` : `${open}>${inner}${line}</${tag}>`;
}

function writeText(content: Field, value: Tree): string {
  const member = value[content.name];
  return isPresent(member) ? escapeXml(leafText(content.shape, member)) : '';
}

function writeAttributes(shape: ObjectShape, value: Tree): string {
  return attributesOf(shape)
    .filter((field) => isPresent(value[field.name]))
    .map((field) => ` ${field.name}="${escapeXml(leafText(field.shape, value[field.name]))}"`)
    .join('');
}

function attributesOf({ fields, attributes }: ObjectShape): readonly Field[] {
  const known = fields.filter((field) => field.place === 'attribute');
  if (attributes === undefined) return known;
  return [...known].sort((a, b) => attributes.indexOf(a.name) - attributes.indexOf(b.name));
}

function writeElements(shape: ObjectShape, value: Tree, line: string): string {
  let xml = '';
  for (const field of shape.fields) {
    const member = value[field.name];
    if (field.place === 'element' && isPresent(member)) xml += writeField(field, member, line);
  }
  return xml;
}

function writeField(field: Field, value: TreeValue, line: string): string {
  if (!field.many) return writeElement(`${field.prefix}:${field.name}`, field.shape, value, line);
  const { wrapper, prefix } = field;
  const write = (at: string) => (value as TreeValue[]).map((member) => writeMember(field, member, at)).join('');
  return wrapper === undefined
    ? write(line)
    : `${line}<${prefix}:${wrapper}>${write(line + STEP)}${line}</${prefix}:${wrapper}>`;
}

function writeMember(field: Field, member: TreeValue, line: string): string {
  if (field.choices === undefined) return writeElement(`${field.prefix}:${field.name}`, field.shape, member, line);
  const chosen = Object.entries(member as Tree);
  return chosen.map(([name, value]) => writeChoice(field.choices ?? [], name, value, line)).join('');
}

function writeChoice(choices: readonly Field[], name: string, value: TreeValue, line: string): string {
  const choice = choices.find((candidate) => candidate.name === name);
  return choice === undefined ? '' : writeElement(`${choice.prefix}:${choice.name}`, choice.shape, value, line);
}

function isPresent(value: TreeValue): boolean {
  return value !== undefined && value !== null;
}
