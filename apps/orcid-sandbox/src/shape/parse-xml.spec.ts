import { parseXml } from './parse-xml.ts';
import { SchemaViolation } from './schema-violation.ts';

describe('reading an XML document', () => {
  it('resolves prefixes to namespaces, whatever their names', () => {
    const root = parseXml('<a:one xmlns:a="urn:x" xmlns="urn:y"><two/></a:one>');
    expect([root.uri, root.name, root.children[0]?.uri]).toEqual(['urn:x', 'one', 'urn:y']);
  });

  it('decodes references in text and attributes but never in CDATA', () => {
    const root = parseXml('<a b="&amp;&#65;">&lt;<![CDATA[&amp;<b>]]></a>');
    expect([root.attributes.get('b'), root.text]).toEqual(['&A', '<&amp;<b>']);
  });

  it('skips comments and instructions', () => {
    expect(parseXml('<?xml version="1.0"?><!-- & --><a>x<!-- y -->z</a>').text).toBe('xz');
  });

  it.each([
    ['', 'nothing'],
    ['<a>', 'an open element'],
    ['<a></b>', 'a wrong end tag'],
    ['<a/><b/>', 'two roots'],
    ['text<a/>', 'text outside the root'],
    ['<a>x & y</a>', 'a bare ampersand'],
    ['<a>&nbsp;</a>', 'an undeclared entity'],
    ['<a b=c/>', 'an unquoted attribute'],
    ['<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'a DOCTYPE'],
  ])('refuses %s: %s', (source) => {
    expect(() => parseXml(source)).toThrow(SchemaViolation);
  });
});
