import type { Recipe } from '../forge/recipe.ts';

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

const named = (element: string, algorithm: string) => (xml: string) =>
  xml.replace(new RegExp(`(<ds:${element} Algorithm=")[^"]*`, 'g'), `$1${algorithm}`);

/** Really signed this way by the provider: only the policy can refuse it. */
const reallySigned: Recipe[] = [
  { name: 'RSA with SHA-1', signing: () => ({ hash: 'SHA-1' }) },
  { name: 'RSA with SHA-1 on the assertion alone', signs: 'assertion', signing: () => ({ hash: 'SHA-1' }) },
  { name: 'the canonical form with comments', signing: () => ({ transforms: ['enveloped', 'exc-c14n-com'] }) },
  { name: 'the inclusive canonical form', signing: () => ({ transforms: ['enveloped', 'c14n'] }) },
  {
    name: 'the inclusive canonical form of the signed info',
    signing: () => ({ canonicalization: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' }),
  },
  {
    name: 'the signed info in a canonical form with comments',
    signing: () => ({ canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments' }),
  },
  { name: 'no enveloped transform', signs: 'assertion', signing: () => ({ transforms: ['exc-c14n'] }) },
  { name: 'no canonical form', signs: 'assertion', signing: () => ({ transforms: ['enveloped'] }) },
  {
    name: 'a transform twice',
    signs: 'assertion',
    signing: () => ({ transforms: ['enveloped', 'exc-c14n', 'exc-c14n'] }),
  },
];

/** Only said: whoever looks at the name and no further is led astray. */
const said: Recipe[] = (
  [
    ['SignatureMethod', `${MORE}rsa-md5`],
    ['SignatureMethod', `${DSIG}dsa-sha1`],
    ['SignatureMethod', `${DSIG}rsa-sha1`],
    ['SignatureMethod', `${DSIG}hmac-sha1`],
    ['SignatureMethod', `${MORE}hmac-sha256`],
    ['SignatureMethod', 'none'],
    ['SignatureMethod', ''],
    ['DigestMethod', `${DSIG}sha1`],
    ['DigestMethod', `${MORE}md5`],
    ['DigestMethod', 'none'],
    ['CanonicalizationMethod', 'http://www.w3.org/2006/12/xml-c14n11'],
    ['CanonicalizationMethod', 'none'],
    ['Transform', 'http://www.w3.org/TR/1999/REC-xslt-19991116'],
    ['Transform', 'http://www.w3.org/TR/1999/REC-xpath-19991116'],
    ['Transform', 'http://www.w3.org/2002/06/xmldsig-filter2'],
    ['Transform', `${DSIG}base64`],
  ] as const
).map(([element, algorithm]) => ({
  name: `${element} is said to be ${algorithm === '' ? 'nothing' : algorithm.replace(/.*[#/]/, '')}`,
  tampers: named(element, algorithm),
}));

export const algorithms: readonly Recipe[] = [
  ...reallySigned,
  ...said,
  {
    name: 'the transforms in the wrong order',
    tampers: (xml) => xml.replace(/(<ds:Transform [^>]*\/>)(<ds:Transform [^>]*\/>)/g, '$2$1'),
  },
  { name: 'no signature method', tampers: (xml) => xml.replace(/<ds:SignatureMethod[^>]*\/>/g, '') },
  { name: 'no digest method', tampers: (xml) => xml.replace(/<ds:DigestMethod[^>]*\/>/g, '') },
  { name: 'no canonicalization method', tampers: (xml) => xml.replace(/<ds:CanonicalizationMethod[^>]*\/>/g, '') },
  {
    name: 'an XSLT that would change what is read',
    tampers: (xml) =>
      xml.replaceAll(
        '<ds:Transforms>',
        '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/></ds:Transform>',
      ),
  },
];
