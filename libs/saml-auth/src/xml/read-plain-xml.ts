import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { demand, RefusedMessageError, type RefusalReason } from '../refused-message.error.ts';
import type { PrefixedAttribute, XmlElement } from './xml-element.ts';

/** Above any honest message. The library's time grows with the square of the elements: 20,000 take it half a minute (our bench). */
const DEEPEST = 32;
const MOST_ELEMENTS = 1_500;
const MOST_ATTRIBUTES = 32;

const XMLNS = 'http://www.w3.org/2000/xmlns/';

interface GrowingElement extends XmlElement {
  readonly children: GrowingElement[];
  text: string;
}

/**
 * Reads a message strictly, with another parser than the library's: a message on which two parsers might disagree is not
 * well-formed for one of them. Document types, comments, processing instructions and CDATA are refused: no provider sends
 * them, and most parsing attacks need one.
 * @throws RefusedMessageError
 */
export function readPlainXml(text: string): XmlElement {
  return new PlainXmlReader().read(text);
}

class PlainXmlReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: false });
  private current: GrowingElement | undefined;
  private root: GrowingElement | undefined;
  private depth = 0;
  private elements = 0;

  read(text: string): XmlElement {
    this.refuseWhatIsNotPlain();
    this.parser.on('opentag', (tag) => {
      this.open(tag);
    });
    this.parser.on('text', (piece) => {
      if (this.current !== undefined) this.current.text += piece;
    });
    this.parser.on('closetag', () => {
      this.depth--;
      this.current = this.current?.parent as GrowingElement | undefined;
    });
    this.parser.write(text).close();
    demand(this.root !== undefined, 'not-well-formed');
    return this.root;
  }

  private refuseWhatIsNotPlain(): void {
    this.parser.on('doctype', refuse('doctype'));
    this.parser.on('comment', refuse('not-plain-xml'));
    this.parser.on('processinginstruction', refuse('not-plain-xml'));
    this.parser.on('cdata', refuse('not-plain-xml'));
    this.parser.on('xmldecl', ({ version, encoding }) => {
      demand(version === '1.0' && /^utf-8$/i.test(encoding ?? 'utf-8'), 'not-plain-xml');
    });
    this.parser.on('error', (cause) => {
      throw new RefusedMessageError('not-well-formed', { cause });
    });
  }

  private open(tag: SaxesTagNS): void {
    this.count(tag);
    const element = toElement(tag, this.current);
    this.current?.children.push(element);
    this.root ??= element;
    this.current = element;
  }

  private count({ ns, attributes }: SaxesTagNS): void {
    this.depth++;
    this.elements++;
    demand(this.depth <= DEEPEST && this.elements <= MOST_ELEMENTS, 'too-complex');
    demand(Object.keys(attributes).length <= MOST_ATTRIBUTES, 'too-complex');
    // A relative namespace name has no canonical form (Canonical XML 1.0, section 1.3): parsers give up on it differently.
    demand(
      Object.values(ns).every((uri) => uri === '' || /^[a-z][a-z0-9+.-]*:/i.test(uri)),
      'ambiguous-name',
    );
  }
}

function refuse(reason: RefusalReason): () => never {
  return () => {
    throw new RefusedMessageError(reason);
  };
}

function toElement({ uri, local, attributes }: SaxesTagNS, parent: GrowingElement | undefined): GrowingElement {
  const all = Object.values(attributes).filter((attribute) => attribute.uri !== XMLNS);
  return {
    namespace: uri,
    name: local,
    attributes: new Map(all.filter(isPlain).map((attribute) => [attribute.local, attribute.value])),
    prefixedAttributes: all.filter((attribute) => !isPlain(attribute)).map(toPrefixed),
    parent,
    children: [],
    text: '',
  };
}

function isPlain({ prefix }: SaxesAttributeNS): boolean {
  return prefix === '';
}

function toPrefixed({ uri, local }: SaxesAttributeNS): PrefixedAttribute {
  return { namespace: uri, name: local };
}
