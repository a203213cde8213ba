import { refusalOf } from '../testing/refusal-of.ts';
import { readPlainXml } from './read-plain-xml.ts';
import { allElements, childElements } from './xml-element.ts';

describe('a message', () => {
  it('is read with its names resolved, its text joined and its declarations left out', () => {
    const root = readPlainXml('<a xmlns="urn:a" xmlns:b="urn:b" x="1" b:y="2">one<b:c/>&amp;two</a>');
    expect(root).toMatchObject({ namespace: 'urn:a', name: 'a', text: 'one&two', parent: undefined });
    expect([...root.attributes]).toEqual([['x', '1']]);
    expect(root.prefixedAttributes).toEqual([{ namespace: 'urn:b', name: 'y' }]);
    const [child] = childElements(root, 'urn:b', 'c');
    expect(child?.parent).toBe(root);
    expect(childElements(root, 'urn:a', 'c')).toEqual([]);
  });

  it('gives all its elements in the order of the document', () => {
    const root = readPlainXml('<a><b><c/></b><d/></a>');
    expect([...allElements(root)].map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('may begin with a declaration of XML 1.0 in UTF-8', () => {
    expect(refusalOf(() => readPlainXml('<?xml version="1.0" encoding="utf-8"?>\n<a/>'))).toBeUndefined();
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['an entity that a document type declares', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'doctype'],
    ['a comment', '<a>x<!-- y -->z</a>', 'not-plain-xml'],
    ['a processing instruction', '<a><?x y?></a>', 'not-plain-xml'],
    ['CDATA', '<a><![CDATA[x]]></a>', 'not-plain-xml'],
    ['another version of XML', '<?xml version="1.1"?><a/>', 'not-plain-xml'],
    ['another encoding', '<?xml version="1.0" encoding="utf-7"?><a/>', 'not-plain-xml'],
    ['an unknown entity', '<a>&nbsp;</a>', 'not-well-formed'],
    ['an attribute twice', '<a x="1" x="2"/>', 'not-well-formed'],
    ['an attribute twice, by two prefixes', '<a xmlns:b="urn:x" xmlns:c="urn:x" b:x="1" c:x="2"/>', 'not-well-formed'],
    ['a prefix of no namespace', '<b:a/>', 'not-well-formed'],
    ['two roots', '<a/><b/>', 'not-well-formed'],
    ['text around its root', '<a/>x', 'not-well-formed'],
    ['an end that is missing', '<a>', 'not-well-formed'],
    ['nothing in it', '', 'not-well-formed'],
    ['a NUL', '<a>\0</a>', 'not-well-formed'],
    ['a namespace with a relative name', '<a xmlns:b="1"/>', 'ambiguous-name'],
    ['33 elements in each other', '<a>'.repeat(33) + '</a>'.repeat(33), 'too-complex'],
    ['1,500 elements and its root', `<a>${'<b/>'.repeat(1_500)}</a>`, 'too-complex'],
    ['33 attributes', `<a ${Array.from({ length: 33 }, (_, at) => `a${at}=""`).join(' ')}/>`, 'too-complex'],
  ])('is refused with %s', (_, xml, reason) => {
    expect(refusalOf(() => readPlainXml(xml))).toBe(reason);
  });
});
