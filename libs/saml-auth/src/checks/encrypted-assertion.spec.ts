import { Credential } from '../credential.ts';
import { aCredential } from '@ligature/saml-metadata/testing';
import { anAssertion } from '../testing/answer.builder.ts';
import { encrypted } from '../testing/encrypted.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readPlainXml } from '../xml/read-plain-xml.ts';
import { credentialFor, decryptAssertion, isMalleable, readEncryptedAssertion } from './encrypted-assertion.ts';

describe('an encrypted assertion', () => {
  let ours: Credential;
  let next: Credential;
  let certificatePem: string;
  const xml = anAssertion();
  const read = (cipher: string): ReturnType<typeof readEncryptedAssertion> =>
    readEncryptedAssertion(readPlainXml(encrypted(xml, cipher, certificatePem)));

  beforeAll(async () => {
    const [first, second] = await Promise.all([aCredential(), aCredential()]);
    ours = new Credential(first.privateKey, first.certificatePem);
    next = new Credential(second.privateKey, second.certificatePem);
    ({ certificatePem } = first);
  });

  it.each(['aes128-cbc', 'aes256-cbc', 'aes128-gcm', 'aes256-gcm'])(
    'is opened when it is encrypted with %s',
    (cipher) => {
      expect(decryptAssertion(read(cipher), ours)).toBe(xml);
    },
  );

  it('is opened with whichever of our keys it is for', () => {
    expect(credentialFor(read('aes256-gcm'), [next, ours])).toBe(ours);
    expect(refusalOf(() => credentialFor(read('aes256-gcm'), [next]))).toBe('undecryptable');
    expect(refusalOf(() => credentialFor(read('aes256-gcm'), []))).toBe('undecryptable');
  });

  it('can be changed by strangers in CBC, and not in GCM', () => {
    expect(isMalleable(read('aes128-cbc'))).toBe(true);
    expect(isMalleable(read('aes256-gcm'))).toBe(false);
    const { data, ...rest } = read('aes256-gcm');
    const changed = Buffer.from(data.map((byte, at) => (at === 40 ? byte ^ 1 : byte)));
    expect(refusalOf(() => decryptAssertion({ ...rest, data: changed }, ours))).toBe('undecryptable');
  });

  it.each([
    ['has two keys', /(<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>)/, '$1$1'],
    ['has no key', /<ds:KeyInfo.*<\/ds:KeyInfo>/, ''],
    [
      'has its data elsewhere',
      /<xenc:CipherValue>[^<]*<\/xenc:CipherValue>(?=<\/xenc:CipherData><\/xenc:EncryptedData>)/,
      '<xenc:CipherReference URI="http://127.0.0.1"/>',
    ],
    ['does not say how', /<xenc:EncryptionMethod Algorithm="[^"]*aes[^"]*"\/>/, ''],
  ])('is refused when it %s', (_, what, instead) => {
    const changed = encrypted(xml, 'aes256-gcm', certificatePem).replace(what, instead);
    expect(refusalOf(() => readEncryptedAssertion(readPlainXml(changed)))).toBe('unsafe-encryption');
  });
});
