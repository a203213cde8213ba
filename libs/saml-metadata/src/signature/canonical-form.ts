import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';

/** Namespaces by prefix; the default one has the empty prefix. */
export type Namespaces = Readonly<Record<string, string>>;

interface Level {
  readonly name: string;
  readonly inScope: Namespaces;
  /** What the output has declared so far on the way to this element. */
  readonly rendered: Namespaces;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const NOTHING: Namespaces = Object.freeze({});

/**
 * Exclusive XML Canonicalization 1.0 without comments (https://www.w3.org/TR/xml-exc-c14n/), of one element, written while
 * it is read: federations of many megabytes need no document in memory.
 */
export class CanonicalForm {
  private readonly levels: Level[] = [];

  /**
   * @param write takes the canonical text, piece by piece
   * @param inclusivePrefixes those of `InclusiveNamespaces`, the default one being empty
   * @param around namespaces that are in scope where the element stands
   */
  constructor(
    private readonly write: (text: string) => void,
    private readonly inclusivePrefixes: readonly string[] = [],
    private readonly around: Namespaces = NOTHING,
  ) {}

  start(tag: SaxesTagNS): void {
    const { inScope: outer, rendered: around } = this.levels.at(-1) ?? { inScope: this.around, rendered: NOTHING };
    const inScope = isEmpty(tag.ns) ? outer : { ...outer, ...tag.ns };
    const attributes = attributesOf(tag);
    const declared = this.toDeclare(tag, attributes, inScope, around);
    let [start, rendered] = [`<${tag.name}`, around];
    for (const prefix of declared) {
      const uri = inScope[prefix] ?? '';
      start += namespaceText(prefix, uri);
      rendered = { ...rendered, [prefix]: uri };
    }
    for (const { name, value } of attributes) start += ` ${name}="${escapeAttribute(value)}"`;
    this.write(`${start}>`);
    this.levels.push({ name: tag.name, inScope, rendered });
  }

  text(text: string): void {
    if (this.levels.length > 0) this.write(escapeText(text));
  }

  end(): void {
    const { name } = this.levels.pop() ?? { name: '' };
    this.write(`</${name}>`);
  }

  /** Prefixes that are visibly utilized, or asked for, and not declared alike around (section 3). */
  private toDeclare(
    tag: SaxesTagNS,
    attributes: readonly SaxesAttributeNS[],
    inScope: Namespaces,
    rendered: Namespaces,
  ): string[] {
    const declared: string[] = [];
    const consider = (prefix: string): void => {
      const isKnown = (inScope[prefix] ?? '') === (rendered[prefix] ?? '') || prefix === 'xml';
      if (!isKnown && !declared.includes(prefix)) declared.push(prefix);
    };
    consider(tag.prefix);
    for (const { prefix } of attributes) if (prefix !== '') consider(prefix);
    for (const prefix of this.inclusivePrefixes) consider(prefix);
    return declared.sort();
  }
}

function isEmpty(namespaces: Namespaces): boolean {
  for (const _prefix in namespaces) return false;
  return true;
}

function attributesOf({ attributes }: SaxesTagNS): SaxesAttributeNS[] {
  const all = Object.values(attributes).filter(({ uri }) => uri !== XMLNS);
  return all.length > 1 ? all.sort(byName) : all;
}

/** By namespace, then by name; those without a namespace first (Canonical XML 1.0, section 2.2). */
function byName(one: SaxesAttributeNS, other: SaxesAttributeNS): number {
  return compare(one.uri, other.uri) || compare(one.local, other.local);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function namespaceText(prefix: string, uri: string): string {
  return ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;
}

/** Canonical XML 1.0, section 2.3. */
function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, reference) : text;
}

function escapeAttribute(value: string): string {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, reference) : value;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function reference(character: string): string {
  return REFERENCES[character] ?? character;
}
