import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { readXml } from './xml-reader.ts';
import { writeXml } from './xml-writer.ts';

/** What a settings file may hold, the ends of lines among it. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\t', '\n', '\r', '\u0085', '\u2028'),
    ),
    minLength: 1,
  })
  .filter((value) => /^(?:[^\p{Cc}\p{Cs}\uFFFE\uFFFF]|[\t\n\r\u0085])+$/u.test(value));

describe('XML', () => {
  it('gives back any text and any attribute as it was written, to a parser of another make', () => {
    fc.assert(
      fc.property(text, text, (inside, attribute) => {
        const xml = writeXml({ 'a:b': { '@xmlns:a': 'urn:a', '@c': attribute, '#text': inside } });
        const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
        expect([root.textContent, root.getAttribute('c')]).toEqual([inside, attribute]);
      }),
    );
  });

  it('escapes what would be read as markup or as a reference', () => {
    expect(writeXml({ a: { '@b': '"<&\'', '#text': '&lt; & ]]>' } })).toBe(
      '<a b="&quot;&lt;&amp;&apos;">&amp;lt; &amp; ]]&gt;</a>',
    );
  });

  it('repeats an element for each member of a list and leaves out what is undefined', () => {
    const xml = writeXml({ a: { '@b': undefined, c: [{ '@d': '1' }, { '#text': '2' }], e: undefined, f: '' } });
    expect(xml).toBe('<a><c d="1"></c><c>2</c><f></f></a>');
  });

  it('is read without its declaration', () => {
    expect(readXml('<?xml version="1.0" encoding="UTF-8"?>\n<a/>')).toEqual({ a: { '#text': '' } });
  });

  it('is read by local names, with numeric references resolved', () => {
    expect(readXml('<x:a xmlns:x="urn:x" x:b="&#937;"><x:c>&#x674E; &amp; co</x:c></x:a>')).toMatchObject({
      a: { '@b': 'Ω', c: { '#text': '李 & co' } },
    });
  });

  it.each(['<a><b></a>', '<a b></a>', '<a/><b/>', '<a>&unknown;</a>', '<a b="1" b="2"/>', ''])(
    'is not read when it is not well-formed: %s',
    (xml) => {
      expect(() => readXml(xml)).toThrow('not well-formed');
    },
  );

  it.each(['<!DOCTYPE a><a/>', '<!doctype a [<!ENTITY b "c">]><a>&b;</a>'])('is not read with a DTD: %s', (xml) => {
    expect(() => readXml(xml)).toThrow('document type declaration');
  });
});
