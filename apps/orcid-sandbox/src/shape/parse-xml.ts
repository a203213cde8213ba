import { XMLParser } from 'fast-xml-parser';
import { decodeReferences } from './decode-references.ts';
import { SchemaViolation } from './schema-violation.ts';
import { requireWellFormed } from './well-formed.ts';

/** An element whose prefix has been resolved. */
export interface XmlElement {
  readonly uri: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** What fast-xml-parser gives with `preserveOrder`: one key beside `:@`, whose value is the content in order. */
type RawNode = Readonly<Record<string, unknown>>;
type Scope = Readonly<Record<string, string>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Reads a whole document with its namespaces.
 * @throws SchemaViolation of kind `syntax` for text that is not well-formed, and for any DOCTYPE: entities are an
 * attack, never a record (our choice)
 */
export function parseXml(source: string): XmlElement {
  if (/<!DOCTYPE/i.test(source)) throw new SchemaViolation('DOCTYPE is not allowed', 'syntax');
  requireWellFormed(source);
  const root = (parser.parse(source) as RawNode[]).find(isElement);
  if (root === undefined) throw new SchemaViolation('there is no element', 'syntax');
  return resolve(root, { xml: 'http://www.w3.org/XML/1998/namespace' });
}

function resolve(node: RawNode, outer: Scope): XmlElement {
  const tag = tagOf(node);
  const content = node[tag] as RawNode[];
  const attributes = attributesOf(node);
  const scope = { ...outer, ...declarations(attributes) };
  const [prefix, name] = tag.includes(':') ? (tag.split(':') as [string, string]) : ['', tag];
  return {
    uri: scope[prefix] ?? '',
    name,
    attributes: new Map(attributes.filter(([key]) => !/^xmlns(:|$)/.test(key) && !key.includes(':'))),
    children: content.filter(isElement).map((child) => resolve(child, scope)),
    text: content.map(textOf).join(''),
  };
}

function attributesOf(node: RawNode): [string, string][] {
  const written = Object.entries((node[':@'] ?? {}) as Record<string, string>);
  return written.map(([key, value]) => [key, decodeReferences(value)]);
}

function isElement(node: RawNode): boolean {
  return !tagOf(node).startsWith('#');
}

/** References are read in text and never in CDATA (XML 1.0, 2.7). */
function textOf(node: RawNode): string {
  if (isElement(node)) return '';
  if (tagOf(node) === '#text') return decodeReferences(String(node['#text']));
  return (node['#cdata'] as RawNode[]).map((part) => String(part['#text'])).join('');
}

function declarations(attributes: readonly (readonly [string, string])[]): Scope {
  return Object.fromEntries(
    attributes.filter(([key]) => /^xmlns(:|$)/.test(key)).map(([key, uri]) => [key.slice('xmlns:'.length), uri]),
  );
}

function tagOf(node: RawNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '#text';
}
