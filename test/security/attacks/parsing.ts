import type { Recipe } from '../forge/recipe.ts';

const IDENTIFIER = 'u-1@example.edu';
const DTD = '<!DOCTYPE samlp:Response [<!ENTITY e "u-1@example.edu">]>';
const utf16 = (xml: string): string => Buffer.from(`\ufeff${xml}`, 'utf16le').toString('base64');
const latin1 = (xml: string): string => Buffer.from(xml.replace('p-1', 'p-\u00e9'), 'latin1').toString('base64');

/** Text that two readers join differently: `mallory@example.edu<!---->.elsewhere` (Duo, 2018). */
const split = (piece: string) => (xml: string) => xml.replaceAll(IDENTIFIER, `u-1@exam${piece}ple.edu`);
const inName = (piece: string) => (xml: string) => xml.replaceAll('>p-1<', `>p-${piece}1<`);

const comments: Recipe[] = [
  { name: 'a comment in the identifier, signed so', assertion: split('<!-- x -->') },
  { name: 'a comment in the identifier, put in afterwards', tampers: split('<!-- x -->') },
  { name: 'an empty comment in the identifier', tampers: split('<!---->') },
  { name: 'a comment in the name', tampers: inName('<!-- x -->') },
  { name: 'a comment behind the name', tampers: (xml) => xml.replaceAll('</saml:NameID>', '<!-- x --></saml:NameID>') },
  { name: 'a comment in the issuer', tampers: (xml) => xml.replace('</saml:Issuer>', '<!-- x --></saml:Issuer>') },
  {
    name: 'a comment in the audience',
    tampers: (xml) => xml.replace('</saml:Audience>', '<!-- x --></saml:Audience>'),
  },
  { name: 'a comment before the response', tampers: (xml) => `<!-- x -->${xml}` },
  { name: 'a processing instruction in the identifier', tampers: split('<?x y?>') },
  { name: 'a processing instruction in the identifier, signed so', assertion: split('<?x y?>') },
  {
    name: 'a processing instruction before the response',
    tampers: (xml) => `<?xml-stylesheet href="http://127.0.0.1:1/"?>${xml}`,
  },
  { name: 'CDATA in the identifier', tampers: (xml) => xml.replaceAll(IDENTIFIER, `<![CDATA[${IDENTIFIER}]]>`) },
  {
    name: 'CDATA in the identifier, signed so',
    assertion: (xml) => xml.replaceAll(IDENTIFIER, `<![CDATA[${IDENTIFIER}]]>`),
  },
  { name: 'CDATA that hides an element', tampers: inName('<![CDATA[</saml:NameID>]]>') },
];

const documentTypes: Recipe[] = [
  { name: 'a document type', tampers: (xml) => `<!DOCTYPE samlp:Response>${xml}` },
  { name: 'a document type in small letters', tampers: (xml) => `<!doctype samlp:Response>${xml}` },
  { name: 'an entity for the identifier', tampers: (xml) => DTD + xml.replaceAll(IDENTIFIER, '&e;') },
  {
    name: 'an entity for the id of the assertion',
    tampers: (xml) => `<!DOCTYPE x [<!ENTITY i "_a">]>${xml.replace(/(<saml:Assertion[^>]* ID=")[^"]*/, '$1&i;')}`,
  },
  {
    name: 'an entity that reads a file',
    tampers: (xml) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml.replaceAll(IDENTIFIER, '&e;')}`,
  },
  {
    name: 'an entity that calls an address',
    tampers: (xml) => `<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:1/x">]>${xml.replaceAll(IDENTIFIER, '&e;')}`,
  },
  {
    name: 'a parameter entity',
    tampers: (xml) => `<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]>${xml}`,
  },
  { name: 'an external document type', tampers: (xml) => `<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">${xml}` },
  {
    name: 'entities that grow (a billion laughs)',
    tampers: (xml) =>
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>${xml.replaceAll(IDENTIFIER, '&d;')}`,
  },
  {
    name: 'an attribute with a default',
    tampers: (xml) => `<!DOCTYPE x [<!ATTLIST saml:Assertion ID CDATA "_default">]>${xml}`,
  },
  { name: 'an entity that nobody declared', tampers: (xml) => xml.replaceAll(IDENTIFIER, '&nbsp;') },
];

const encodings: Recipe[] = [
  { name: 'UTF-16', encodes: utf16 },
  { name: 'Latin-1 in place of UTF-8', encodes: latin1 },
  { name: 'said to be UTF-7', tampers: (xml) => `<?xml version="1.0" encoding="utf-7"?>${xml}` },
  { name: 'said to be Latin-1', tampers: (xml) => `<?xml version="1.0" encoding="ISO-8859-1"?>${xml}` },
  { name: 'XML 1.1', tampers: (xml) => `<?xml version="1.1" encoding="UTF-8"?>${xml}` },
  { name: 'a NUL in the name', tampers: inName('\0') },
  { name: 'a NUL by number', tampers: inName('&#0;') },
  { name: 'a lone surrogate by number', tampers: inName('&#xD800;') },
  {
    name: 'overlong UTF-8',
    encodes: (xml) => Buffer.concat([Buffer.from(xml), Buffer.from([0xc0, 0xbc])]).toString('base64'),
  },
];

const malformed: Recipe[] = [
  { name: 'an attribute twice', tampers: (xml) => xml.replace(/(<samlp:Response )/, '$1Version="2.0" ') },
  { name: 'an id twice on one element', tampers: (xml) => xml.replace(/(<saml:Assertion )/, '$1ID="_other" ') },
  { name: 'two roots', tampers: (xml) => `${xml}<x/>` },
  { name: 'two responses', tampers: (xml) => xml + xml },
  { name: 'an element that is not closed', tampers: (xml) => xml.replace('</saml:Subject>', '') },
  { name: 'cut off in the middle', tampers: (xml) => xml.slice(0, xml.length / 2) },
  { name: 'text before the root', tampers: (xml) => `x${xml}` },
  { name: 'text behind the root', tampers: (xml) => `${xml}x` },
  { name: 'an attribute without quotes', tampers: (xml) => xml.replace('Version="2.0"', 'Version=2.0') },
  { name: 'a prefix of no namespace', tampers: (xml) => xml.replace('<samlp:Status>', '<nowhere:x/><samlp:Status>') },
  { name: 'HTML', tampers: () => '<html><body>Sign in</body></html>' },
  { name: 'JSON', tampers: () => '{"user":"mallory"}' },
  { name: 'nothing but white space', tampers: () => '   ' },
];

const names: Recipe[] = [
  {
    name: 'an id that another element has too',
    tampers: (xml) =>
      xml.replace('<samlp:Status>', `<samlp:Status ID="${/<saml:Assertion[^>]* ID="([^"]*)"/.exec(xml)?.[1] ?? ''}">`),
  },
  {
    name: 'an id that another element has in small letters',
    tampers: (xml) =>
      xml.replace('<samlp:Status>', `<samlp:Status id="${/<saml:Assertion[^>]* ID="([^"]*)"/.exec(xml)?.[1] ?? ''}">`),
  },
  {
    name: 'an id behind a prefix',
    tampers: (xml) => xml.replace('<saml:Assertion ', '<saml:Assertion saml:ID="_other" '),
  },
  { name: 'an xml:id', tampers: (xml) => xml.replace('<saml:Assertion ', '<saml:Assertion xml:id="_other" ') },
  {
    name: 'an assertion in a foreign namespace',
    tampers: (xml) =>
      xml.replace(
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"',
        '<saml:Assertion xmlns:saml="urn:elsewhere"',
      ),
  },
  {
    name: 'an assertion in SAML 1.1’s namespace',
    response: (xml) => xml.replaceAll('urn:oasis:names:tc:SAML:2.0:assertion', 'urn:oasis:names:tc:SAML:1.0:assertion'),
  },
  {
    name: 'a response in a foreign namespace',
    response: (xml) => xml.replace('urn:oasis:names:tc:SAML:2.0:protocol', 'urn:elsewhere'),
  },
  {
    name: 'a foreign element called NameID',
    assertion: (xml) => xml.replace('<saml:Subject>', '<saml:Subject><x:NameID xmlns:x="urn:x">mallory</x:NameID>'),
  },
  {
    name: 'a foreign element called AttributeStatement',
    assertion: (xml) => xml.replace('</saml:Assertion>', '<x:AttributeStatement xmlns:x="urn:x"/></saml:Assertion>'),
  },
  {
    name: 'a namespace with a relative name',
    tampers: (xml) => xml.replace('<samlp:Status>', '<samlp:Status xmlns:x="1">'),
  },
  {
    name: 'a namespace with a relative name in the assertion, signed so',
    assertion: (xml) => xml.replace('<saml:Subject>', '<saml:Subject xmlns:x="../1">'),
  },
  {
    name: 'a destination behind a prefix',
    tampers: (xml) => xml.replace('<samlp:Response ', '<samlp:Response samlp:Destination="https://elsewhere.invalid" '),
  },
];

/** Small to send and hard to read: the library alone takes up to half a minute for one of these. */
export const heavy: readonly Recipe[] = [
  {
    name: 'a hundred elements deep',
    tampers: (xml) =>
      xml.replace(
        '<samlp:Status>',
        `<samlp:Extensions>${'<x>'.repeat(100)}${'</x>'.repeat(100)}</samlp:Extensions><samlp:Status>`,
      ),
  },
  {
    name: 'ten thousand elements deep',
    tampers: (xml) =>
      xml.replace(
        '<samlp:Status>',
        `<samlp:Extensions>${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}</samlp:Extensions><samlp:Status>`,
      ),
  },
  {
    name: 'twenty thousand elements',
    tampers: (xml) =>
      xml.replace('<samlp:Status>', `<samlp:Extensions>${'<x/>'.repeat(20_000)}</samlp:Extensions><samlp:Status>`),
  },
  {
    name: 'a thousand attributes',
    tampers: (xml) =>
      xml.replace('<samlp:Status>', `<samlp:Status ${Array.from({ length: 1000 }, (_, at) => `a${at}=""`).join(' ')}>`),
  },
  {
    name: 'a thousand namespaces',
    tampers: (xml) =>
      xml.replace(
        '<samlp:Status>',
        `<samlp:Status ${Array.from({ length: 1000 }, (_, at) => `xmlns:n${at}="urn:n"`).join(' ')}>`,
      ),
  },
  {
    name: 'larger than 256 KiB',
    tampers: (xml) =>
      xml.replace('<samlp:Status>', `<samlp:Extensions><x>${'x'.repeat(300_000)}</x></samlp:Extensions><samlp:Status>`),
  },
];

export const parsing: readonly Recipe[] = [...comments, ...documentTypes, ...encodings, ...malformed, ...names];
