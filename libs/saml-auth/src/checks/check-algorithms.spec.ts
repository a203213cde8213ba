import { STRICT_POLICY } from '@ligature/identity-model';
import { anAnswer, aSignature } from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readPlainXml } from '../xml/read-plain-xml.ts';
import { checkAlgorithms } from './check-algorithms.ts';

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';

const check = (xml: string, policy = {}): unknown =>
  refusalOf(() => checkAlgorithms(readPlainXml(xml), { ...STRICT_POLICY, ...policy }));
const encrypted = (data: string, key = `${XMLENC}rsa-oaep-mgf1p`, digest = ''): string =>
  `<x:EncryptedData xmlns:x="${XMLENC}"><x:EncryptionMethod Algorithm="${data}"/><x:EncryptedKey><x:EncryptionMethod Algorithm="${key}">${digest}</x:EncryptionMethod></x:EncryptedKey></x:EncryptedData>`;
const oaepWith = (digest: string): string => `<d:DigestMethod xmlns:d="${DSIG}" Algorithm="${digest}"/>`;

describe('an algorithm of a signature', () => {
  it('is SHA-256 or better', () => {
    expect(check(anAnswer())).toBeUndefined();
    expect(check(aSignature('_1', `${MORE}rsa-sha512`, `${XMLENC}sha512`))).toBeUndefined();
  });

  it.each([
    ['ECDSA', aSignature('_1', `${MORE}ecdsa-sha256`)],
    ['RSA with SHA-384', aSignature('_1', `${MORE}rsa-sha384`)],
    ['a digest of SHA-384', aSignature('_1', undefined, `${MORE}sha384`)],
  ])('is refused by its own name when it is strong and the library cannot verify it: %s', (_, xml) => {
    expect(check(xml)).toBe('unsupported-algorithm');
  });

  it.each([
    ['RSA with SHA-1', aSignature('_1', `${DSIG}rsa-sha1`)],
    ['RSA with MD5', aSignature('_1', `${MORE}rsa-md5`)],
    ['an HMAC', aSignature('_1', `${MORE}hmac-sha256`)],
    ['a digest of SHA-1', aSignature('_1', undefined, `${DSIG}sha1`)],
    ['a canonical form with comments', aSignature('_1').replaceAll('xml-exc-c14n#', 'xml-exc-c14n#WithComments')],
    [
      'a transform by XSLT',
      aSignature('_1').replace(`${DSIG}enveloped-signature`, 'http://www.w3.org/TR/1999/REC-xslt-19991116'),
    ],
    ['none', aSignature('_1', '')],
    ['not said', aSignature('_1').replace(/<ds:SignatureMethod[^>]*>/, '<ds:SignatureMethod/>')],
    ['said by an element that says none', '<a Algorithm="x"/>'],
  ])('is refused when it is %s', (_, xml) => {
    expect(check(xml)).toBe('weak-algorithm');
  });

  it('may be SHA-1 where the operator makes an exception, and then for the digest too', () => {
    const policy = { signatureAlgorithms: ['rsa-sha1'] as const };
    expect(check(aSignature('_1', `${DSIG}rsa-sha1`, `${DSIG}sha1`), policy)).toBeUndefined();
    expect(check(aSignature('_1', `${MORE}rsa-sha256`), policy)).toBe('weak-algorithm');
  });
});

describe('an algorithm of encryption', () => {
  it.each([`${XMLENC}aes128-cbc`, 'http://www.w3.org/2009/xmlenc11#aes256-gcm'])('may be %s under RSA-OAEP', (data) => {
    expect(check(encrypted(data))).toBeUndefined();
    expect(check(encrypted(data, undefined, oaepWith(`${DSIG}sha1`)))).toBeUndefined();
  });

  it.each([
    ['triple DES', encrypted(`${XMLENC}tripledes-cbc`)],
    ['a key in PKCS #1 v1.5', encrypted(`${XMLENC}aes128-cbc`, `${XMLENC}rsa-1_5`)],
    ['a mask that the library would misread', encrypted(`${XMLENC}aes128-cbc`, undefined, oaepWith(`${XMLENC}sha256`))],
    ['a cipher of the data for the key', encrypted(`${XMLENC}aes128-cbc`, `${XMLENC}aes128-cbc`)],
  ])('is refused when it is %s', (_, xml) => {
    expect(check(xml)).toBe('weak-algorithm');
  });

  it('is one of those that the operator allows', () => {
    const policy = { encryptionAlgorithms: ['aes256-gcm'] as const };
    expect(check(encrypted('http://www.w3.org/2009/xmlenc11#aes256-gcm'), policy)).toBeUndefined();
    expect(check(encrypted(`${XMLENC}aes128-cbc`), policy)).toBe('weak-algorithm');
  });
});
