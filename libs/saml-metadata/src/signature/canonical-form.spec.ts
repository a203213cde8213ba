import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { ExclusiveCanonicalization } from 'xml-crypto';
import { CanonicalForm } from './canonical-form.ts';

const ours = (xml: string, prefixes: readonly string[] = []): string => {
  let text = '';
  const form = new CanonicalForm((piece) => (text += piece), prefixes);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => form.start(tag));
  parser.on('text', (piece) => form.text(piece));
  parser.on('cdata', (piece) => form.text(piece));
  parser.on('closetag', () => form.end());
  parser.write(xml).close();
  return text;
};

const theirs = (xml: string, prefixes: readonly string[] = []): string => {
  const node: unknown = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const options = { inclusiveNamespacesPrefixList: [...prefixes] };
  return new ExclusiveCanonicalization().process(node as never, options);
};

/** Random documents of few names, so that prefixes meet each other in all ways. */
const prefix = fc.constantFrom('', 'a', 'b', 'c');
const uri = fc.constantFrom('urn:1', 'urn:2', 'urn:3');
const value = fc.stringMatching(/^[ a-zé&<"'>東]{0,6}$/u);
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('>', '&gt;');

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.oneof({ maxDepth: 3 }, value.map(escape), tie('element')),
  element: fc
    .record({
      prefix,
      declared: fc.uniqueArray(fc.tuple(prefix, uri), { selector: ([name]) => name, maxLength: 3 }),
      attributes: fc.uniqueArray(fc.tuple(fc.constantFrom('', 'a', 'b'), fc.constantFrom('x', 'y', 'Z'), value), {
        selector: ([space, name]) => `${space}:${name}`,
        maxLength: 3,
      }),
      content: fc.array(tie('content'), { maxLength: 3 }),
    })
    .map(({ prefix: own, declared, attributes, content }) => {
      const name = own === '' ? 'e' : `${own}:e`;
      const namespaces = declared.map(([to, is]) => ` xmlns${to === '' ? '' : `:${to}`}="${is}"`);
      const rest = attributes.map(
        ([space, local, is]) => ` ${space === '' ? '' : `${space}:`}${local}="${escape(is)}"`,
      );
      return `<${name}${namespaces.join('')}${rest.join('')}>${content.join('')}</${name}>`;
    }),
}));

const isWellFormed = (xml: string): boolean => {
  try {
    ours(xml);
    return true;
  } catch {
    return false;
  }
};

describe('the exclusive canonical form', () => {
  it('is what another implementation makes of the same document, for any document', () => {
    const documents = element
      .map((xml) => `<r xmlns:a="urn:1" xmlns:b="urn:2" xmlns:c="urn:2">${xml}</r>`)
      .filter(isWellFormed);
    fc.assert(
      fc.property(documents, (xml) => {
        expect(ours(xml)).toBe(theirs(xml));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['<a  y="2"  x="1" ><b/></a >', '<a x="1" y="2"><b></b></a>'],
    [
      '<p:a xmlns:p="urn:p" xmlns:q="urn:q"><q:b p:z="1" a="2"/></p:a>',
      '<p:a xmlns:p="urn:p"><q:b xmlns:q="urn:q" a="2" p:z="1"></q:b></p:a>',
    ],
    ['<a xmlns="urn:1"><b xmlns=""/></a>', '<a xmlns="urn:1"><b xmlns=""></b></a>'],
    ['<a xmlns="urn:1"><b xmlns="urn:1"/></a>', '<a xmlns="urn:1"><b></b></a>'],
    ['<a xml:lang="de">&#13;\r\n<!-- x --><![CDATA[<&>]]></a>', '<a xml:lang="de">&#xD;\n&lt;&amp;&gt;</a>'],
    ['<a x="&#9;&#10;&#13;\t&quot;&gt;"/>', '<a x="&#x9;&#xA;&#xD; &quot;>"></a>'],
    [
      '<a xmlns:b="urn:2" b:x="1" xmlns:a="urn:3" a:x="2" x="3"/>',
      '<a xmlns:a="urn:3" xmlns:b="urn:2" x="3" b:x="1" a:x="2"></a>',
    ],
  ])('of %s is %s', (xml, canonical) => {
    expect(ours(xml)).toBe(canonical);
  });

  it('declares the prefixes that are asked for where they are in scope, once', () => {
    const xml = '<a xmlns="urn:0" xmlns:b="urn:2" xmlns:c="urn:3"><d xmlns:b="urn:2"/><e xmlns:b="urn:4"/></a>';
    expect(ours(xml, ['b', 'unknown'])).toBe('<a xmlns="urn:0" xmlns:b="urn:2"><d></d><e xmlns:b="urn:4"></e></a>');
  });
});
