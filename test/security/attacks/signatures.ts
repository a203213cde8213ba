import { createHmac } from 'node:crypto';
import type { Recipe } from '../forge/recipe.ts';
import { type signatureOver, signXml } from '../forge/sign-xml.ts';

const SIGNATURE = /<ds:Signature[\s\S]*?<\/ds:Signature>/;
const EVERY_SIGNATURE = /<ds:Signature[\s\S]*?<\/ds:Signature>/g;
const ASSERTION = /<saml:Assertion[\s\S]*<\/saml:Assertion>/;

/** No signature, a broken one, or one of somebody else. */
const missing: Recipe[] = [
  { name: 'nothing is signed', signs: 'neither' },
  { name: 'the signatures were cut out', tampers: (xml) => xml.replace(EVERY_SIGNATURE, '') },
  { name: 'only the response is signed, where the assertion must be', signs: 'response' },
  {
    name: 'an empty signature',
    signs: 'neither',
    tampers: (xml) => signedWith(xml, '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'),
  },
  {
    name: 'an empty signature value',
    tampers: (xml) => xml.replace(/<ds:SignatureValue>[^<]*/g, '<ds:SignatureValue>'),
  },
  { name: 'no signature value', tampers: (xml) => xml.replace(/<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/g, '') },
  { name: 'no digest value', tampers: (xml) => xml.replace(/<ds:DigestValue>[^<]*<\/ds:DigestValue>/g, '') },
  { name: 'no reference', tampers: (xml) => xml.replace(/<ds:Reference[\s\S]*?<\/ds:Reference>/g, '') },
  { name: 'no signed info', tampers: (xml) => xml.replace(/<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>/g, '') },
  {
    name: 'a signature value with one bit changed',
    tampers: (xml) =>
      xml.replace(/(<ds:SignatureValue>)(.)/g, (_, tag: string, first: string) => tag + (first === 'A' ? 'B' : 'A')),
  },
  {
    name: 'a digest value with one bit changed',
    tampers: (xml) =>
      xml.replace(/(<ds:DigestValue>)(.)/g, (_, tag: string, first: string) => tag + (first === 'A' ? 'B' : 'A')),
  },
  {
    name: 'a response signature that is broken around an assertion signature that is not',
    tampers: (xml) =>
      xml.replace(/(<ds:SignatureValue>)(.)/, (_, tag: string, first: string) => tag + (first === 'A' ? 'B' : 'A')),
  },
];

const changedAfter: Recipe[] = (
  [
    ['the identifier', (xml) => xml.replaceAll('u-1@', 'u-2@')],
    ['the name', (xml) => xml.replaceAll('>p-1<', '>p-2<')],
    ['the audience', (xml) => xml.replaceAll('<saml:Audience>', '<saml:Audience>x')],
    ['the end of the conditions', (xml) => xml.replace(/(<saml:Conditions[^>]*NotOnOrAfter=")\d{4}/, '$12099')],
    ['white space in the assertion', (xml) => xml.replaceAll('<saml:Subject>', '<saml:Subject> ')],
    [
      'an attribute added',
      (xml) =>
        xml.replace(
          '</saml:AttributeStatement>',
          '<saml:Attribute Name="x"><saml:AttributeValue>y</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
        ),
    ],
    ['the attributes removed', (xml) => xml.replace(/<saml:AttributeStatement>[\s\S]*<\/saml:AttributeStatement>/, '')],
    ['the destination removed', (xml) => xml.replace(/ Destination="[^"]*"/, '')],
  ] as const satisfies readonly (readonly [string, (xml: string) => string])[]
).map(([what, tampers]) => ({ name: `changed after it was signed: ${what}`, tampers }));

/** The right algorithm with the wrong key, or with a key that the message brings along. */
const keys: Recipe[] = [
  { name: 'signed by a stranger', signing: ({ stranger }) => ({ key: stranger }) },
  {
    name: 'signed by a stranger, with the provider’s certificate in the KeyInfo',
    signing: ({ provider, stranger }) => ({ key: { ...stranger, certificate: provider.certificate } }),
  },
  { name: 'signed by another provider of the same portal', signing: ({ neighbour }) => ({ key: neighbour }) },
  { name: 'signed with the portal’s own key', signing: ({ reader }) => ({ key: reader }) },
  {
    name: 'signed by a stranger, with a bare key value',
    signing: ({ stranger }) => ({ key: stranger }),
    tampers: (xml) =>
      xml.replace(
        /<ds:KeyInfo>[\s\S]*?<\/ds:KeyInfo>/g,
        '<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>',
      ),
  },
  {
    name: 'the response signed by the provider, the assertion by a stranger',
    signs: 'neither',
    tampers: async (xml, _asked, { provider, stranger }) =>
      signXml(await signedAssertion(xml, stranger), { key: provider }),
  },
  {
    name: 'the response signed by a stranger, the assertion by the provider',
    signs: 'neither',
    tampers: async (xml, _asked, { provider, stranger }) =>
      signXml(await signedAssertion(xml, provider), { key: stranger }),
  },
  {
    name: 'an HMAC with the provider’s public key as its secret',
    tampers: (xml, _asked, { provider }) => withHmac(xml, provider.publicPem),
  },
  {
    name: 'an HMAC with the provider’s certificate as its secret',
    tampers: (xml, _asked, { provider }) => withHmac(xml, provider.certificatePem),
  },
  {
    name: 'an HMAC of no length',
    tampers: (xml, _asked, { provider }) =>
      withHmac(xml, provider.publicPem).replaceAll(
        /(<ds:SignatureMethod [^>]*)\/>/g,
        '$1><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>',
      ),
  },
];

/** The shape of the signature itself. */
const shapes: Recipe[] = [
  {
    name: 'two signatures on the assertion',
    signs: 'assertion',
    tampers: (xml) => xml.replace(SIGNATURE, (found) => found + found),
  },
  {
    name: 'two signed infos, the second one changed',
    tampers: (xml) =>
      xml.replace(
        /<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>/,
        (found) => found + found.replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>AAAA'),
      ),
  },
  {
    name: 'two signed infos, the first one changed',
    tampers: (xml) =>
      xml.replace(
        /<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>/,
        (found) => found.replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>AAAA') + found,
      ),
  },
  {
    name: 'two references',
    tampers: (xml) => xml.replace(/<ds:Reference[\s\S]*?<\/ds:Reference>/, (found) => found + found),
  },
  {
    name: 'two digest values',
    tampers: (xml) =>
      xml.replace(
        /<ds:DigestValue>[^<]*<\/ds:DigestValue>/,
        (found) => `<ds:DigestValue>AAAA</ds:DigestValue>${found}`,
      ),
  },
  {
    name: 'two signature values',
    tampers: (xml) =>
      xml.replace(
        /<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/,
        (found) => `${found}<ds:SignatureValue>AAAA</ds:SignatureValue>`,
      ),
  },
  {
    name: 'a comment in the digest value',
    tampers: (xml) => xml.replace(/<ds:DigestValue>/g, '<ds:DigestValue><!--AAAA-->'),
  },
  {
    name: 'an object in the signature',
    tampers: (xml) => xml.replace(/<\/ds:Signature>/, '<ds:Object>anything</ds:Object></ds:Signature>'),
  },
  { name: 'a reference to the whole document', signs: 'assertion', signing: () => ({ uri: '' }) },
  { name: 'a reference by pointer', tampers: (xml) => xml.replace(/URI="#([^"]*)"/g, 'URI="#xpointer(id(\'$1\'))"') },
  { name: 'a reference to a file', tampers: (xml) => xml.replace(/URI="#[^"]*"/g, 'URI="file:///etc/passwd"') },
  { name: 'a reference to an address', tampers: (xml) => xml.replace(/URI="#[^"]*"/g, 'URI="http://127.0.0.1:1/x"') },
  { name: 'a reference with a quote in it', tampers: (xml) => xml.replace(/URI="#[^"]*"/g, "URI=\"#x' or '1'='1\"") },
  { name: 'a reference without an address', tampers: (xml) => xml.replace(/ URI="#[^"]*"/g, '') },
  {
    name: 'a signature at the end of the assertion, of its parent',
    signs: 'response',
    tampers: (xml) =>
      xml.replace(SIGNATURE, '').replace('</saml:Assertion>', `${SIGNATURE.exec(xml)?.[0] ?? ''}</saml:Assertion>`),
  },
  {
    name: 'a signature in the subject',
    signs: 'assertion',
    tampers: (xml) =>
      xml.replace(SIGNATURE, '').replace('</saml:Subject>', `${SIGNATURE.exec(xml)?.[0] ?? ''}</saml:Subject>`),
  },
  {
    name: 'a signature in another namespace',
    tampers: (xml) => xml.replaceAll('http://www.w3.org/2000/09/xmldsig#"', 'http://www.w3.org/2000/09/xmldsig"'),
  },
];

export const signatures: readonly Recipe[] = [...missing, ...changedAfter, ...keys, ...shapes];

function signedWith(xml: string, signature: string): string {
  return xml.replaceAll(/(<saml:Issuer>[^<]*<\/saml:Issuer>)/g, `$1${signature}`);
}

async function signedAssertion(xml: string, key: Parameters<typeof signatureOver>[1]['key']): Promise<string> {
  const signed = await signXml(ASSERTION.exec(xml)?.[0] ?? '', { key });
  return xml.replace(ASSERTION, () => signed);
}

/** The provider's key is public, so whoever takes it for a shared secret believes everybody. */
function withHmac(xml: string, secret: string): string {
  return xml.replace(EVERY_SIGNATURE, (signature) => {
    const changed = signature.replace(
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
    );
    const info = /<ds:SignedInfo>[\s\S]*<\/ds:SignedInfo>/.exec(changed)?.[0] ?? '';
    const canonical = info
      .replace('<ds:SignedInfo>', '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">')
      .replace(/<([\w:]+)([^>]*)\/>/g, '<$1$2></$1>');
    const value = createHmac('sha1', secret).update(canonical).digest('base64');
    return changed.replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${value}`);
  });
}
