import type { Recipe } from '../forge/recipe.ts';

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const cipher = (name: string) => () => ({ cipher: name });

export const encryption: readonly Recipe[] = [
  { name: 'CBC without a signature around it', signs: 'assertion', encryption: cipher('aes128-cbc') },
  { name: 'CBC of 256 bits without a signature around it', signs: 'assertion', encryption: cipher('aes256-cbc') },
  {
    name: 'CBC under a signature that is broken',
    encryption: cipher('aes128-cbc'),
    tampers: (xml) =>
      xml.replace(/(<ds:SignatureValue>)(.)/, (_, tag: string, first: string) => tag + (first === 'A' ? 'B' : 'A')),
  },
  {
    name: 'CBC under a stranger’s signature',
    encryption: cipher('aes128-cbc'),
    signing: ({ stranger }) => ({ key: stranger }),
  },
  { name: 'GCM by anybody, unsigned inside', signs: 'neither', encryption: cipher('aes256-gcm') },
  {
    name: 'GCM, unsigned inside, where the assertion must be signed',
    signs: 'response',
    encryption: cipher('aes256-gcm'),
  },
  {
    name: 'GCM, signed inside by a stranger',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    signing: ({ stranger }) => ({ key: stranger }),
  },
  {
    name: 'GCM, signed inside with SHA-1',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    signing: () => ({ hash: 'SHA-1' }),
  },
  {
    name: 'GCM, changed inside after it was signed',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    sealed: (xml) => xml.replace('u-1@', 'u-2@'),
  },
  {
    name: 'GCM with a comment inside',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    sealed: (xml) => xml.replace('u-1@', 'u-1<!-- x -->@'),
  },
  {
    name: 'GCM with a document type inside',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    sealed: (xml) => `<!DOCTYPE x>${xml}`,
  },
  {
    name: 'GCM with one bit changed',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    tampers: (xml) =>
      xml.replace(
        /(<xenc:CipherValue>)(.)([^<]*<\/xenc:CipherValue><\/xenc:CipherData><\/xenc:EncryptedData>)/,
        (_, tag: string, first: string, rest: string) => tag + (first === 'A' ? 'B' : 'A') + rest,
      ),
  },
  { name: 'two assertions in one', signs: 'assertion', encryption: cipher('aes256-gcm'), sealed: (xml) => xml + xml },
  {
    name: 'a response inside',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    sealed: (xml) => `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${xml}</samlp:Response>`,
  },
  {
    name: 'wrapped inside',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    sealed: (xml) =>
      xml
        .replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '')
        .replace(/ ID="[^"]*"/, ' ID="_forged"')
        .replace('u-1@', 'mallory@')
        .replace('</saml:Assertion>', `${xml}</saml:Assertion>`),
  },
  {
    name: 'encrypted for somebody else',
    encryption: ({ stranger }) => ({ cipher: 'aes256-gcm', publicPem: stranger.publicPem }),
  },
  { name: 'the key in PKCS #1 v1.5', encryption: () => ({ cipher: 'aes256-gcm', keyTransport: 'pkcs1' }) },
  {
    name: 'the key in PKCS #1 v1.5, said to be OAEP',
    encryption: () => ({ cipher: 'aes256-gcm', keyTransport: 'pkcs1', keyAlgorithm: `${XMLENC}rsa-oaep-mgf1p` }),
  },
  { name: 'said to be triple DES', encryption: () => ({ cipher: 'aes256-cbc', algorithm: `${XMLENC}tripledes-cbc` }) },
  { name: 'said to be nothing', encryption: () => ({ cipher: 'aes256-gcm', algorithm: '' }) },
  { name: 'GCM said to be CBC', encryption: () => ({ cipher: 'aes256-gcm', algorithm: `${XMLENC}aes256-cbc` }) },
  {
    name: 'an encrypted assertion beside a plain one',
    signs: 'assertion',
    encryption: cipher('aes256-gcm'),
    tampers: (xml) =>
      xml.replace(
        '<saml:EncryptedAssertion',
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_p" Version="2.0"/><saml:EncryptedAssertion',
      ),
  },
  {
    name: 'encrypted data in the place of the assertion',
    encryption: cipher('aes256-gcm'),
    signs: 'assertion',
    tampers: (xml) => xml.replace(/<\/?saml:EncryptedAssertion[^>]*>/g, ''),
  },
  {
    name: 'two keys',
    encryption: cipher('aes256-gcm'),
    signs: 'assertion',
    tampers: (xml) => xml.replace(/<xenc:EncryptedKey>[\s\S]*?<\/xenc:EncryptedKey>/, (found) => found + found),
  },
  {
    name: 'cipher text elsewhere',
    encryption: cipher('aes256-gcm'),
    signs: 'assertion',
    tampers: (xml) =>
      xml.replace(
        /<xenc:CipherValue>[^<]*<\/xenc:CipherValue>(?=<\/xenc:CipherData><\/xenc:EncryptedData>)/,
        '<xenc:CipherReference URI="http://127.0.0.1:1/x"/>',
      ),
  },
];
