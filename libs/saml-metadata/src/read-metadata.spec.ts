import { aCredential, type TestCredential } from './testing/a-credential.ts';
import { federationXml, inChunks, providerXml } from './testing/some-metadata.ts';
import { signed, type SigningOptions } from './testing/signed.ts';
import type { ReadEntity } from './read-entity.ts';
import { readMetadata } from './read-metadata.ts';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

const NOW = new Date('2026-03-01T12:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();

describe('metadata of a federation', () => {
  let federation: TestCredential;
  let successor: TestCredential;
  let provider: TestCredential;

  beforeAll(async () => {
    [federation, successor, provider] = await Promise.all([aCredential(), aCredential(), aCredential()]);
  });

  const entity = (at: number, more = {}) =>
    providerXml({ entityId: `https://idp${at}.example/`, certificates: [provider.certificate], ...more });
  const list = (count = 3) => federationXml(Array.from({ length: count }, (_, at) => entity(at)));
  const read = async (
    xml: string | Uint8Array,
    signedBy: readonly string[] = [federation.certificate],
    chunk = 1000,
    mustExpire = false,
  ) => {
    const all: ReadEntity[] = [];
    for await (const one of readMetadata(inChunks(xml, chunk), { signedBy, now: NOW, mustExpire })) all.push(one);
    return all;
  };
  const sign = (xml: string, options: Partial<SigningOptions> = {}) =>
    signed(xml, { privateKey: federation.privateKey, ...options });

  it('is read whole when its signature holds', async () => {
    const all = await read(sign(list()));
    expect(all.map((one) => one.kind === 'provider' && one.provider.entityId)).toEqual([
      'https://idp0.example/',
      'https://idp1.example/',
      'https://idp2.example/',
    ]);
  });

  it.each([1, 3, 7, 64, 100_000])('is the same in pieces of %d bytes, also where a letter is cut', async (size) => {
    const xml = sign(federationXml([entity(0, { names: { de: 'Universität Zürich 東京 🎓' } })]));
    const [one] = await read(xml, undefined, size);
    expect(one).toMatchObject({ provider: { displayName: 'Universität Zürich 東京 🎓' } });
  });

  it('may be signed by any of the certificates that are trusted for it, so that a federation can change its key', async () => {
    const both = [successor.certificate, federation.certificate];
    expect(await read(sign(list()), both)).toHaveLength(3);
    expect(await read(sign(list(), { privateKey: successor.privateKey }), both)).toHaveLength(3);
  });

  it.each([
    ['digests of SHA-512', { digest: 'http://www.w3.org/2001/04/xmlenc#sha512' }],
    ['signatures of RSA with SHA-512', { algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' }],
    ['a list of inclusive prefixes', { inclusive: ['md', 'mdui', 'unknown'] }],
  ])('may have %s', async (_kind, options) => {
    expect(await read(sign(list(), options))).toHaveLength(3);
  });

  it('is one entity too, signed by itself', async () => {
    expect(await read(sign(entity(1, { attributes: 'ID="_one"' })))).toHaveLength(1);
  });

  it.each([
    ['nobody', (xml: string) => xml, 'it is not signed'],
    ['another', (xml: string) => signed(xml, { privateKey: successor.privateKey }), 'none of the certificates'],
  ])('is refused when %s signed it', async (_who, make, reason) => {
    await expect(read(make(list()))).rejects.toThrow(reason);
  });

  it.each([
    ['a letter of a name', (xml: string) => xml.replace('Example University', 'Example Universitx')],
    ['an attribute', (xml: string) => xml.replace('https://idp.example.edu/sso', 'https://idp.example.com/sso')],
    [
      'a further entity',
      (xml: string) => xml.replace('</md:EntitiesDescriptor>', `${entity(9)}</md:EntitiesDescriptor>`),
    ],
    ['an entity less', (xml: string) => xml.replace(/<md:EntityDescriptor [^>]*idp1.*?<\/md:EntityDescriptor>/s, '')],
    ['the namespace of a prefix', (xml: string) => xml.replaceAll('xmlns:shibmd="urn:mace', 'xmlns:shibmd="urn:other')],
    [
      'the order of entities',
      (xml: string) => xml.replace('idp0', 'idpX').replace('idp1', 'idp0').replace('idpX', 'idp1'),
    ],
  ])('is refused when %s was changed', async (_what, change) => {
    const xml = sign(list());
    expect(change(xml)).not.toBe(xml);
    await expect(read(change(xml))).rejects.toThrow('it was changed after it was signed');
  });

  it('is refused when what the signature says was changed', async () => {
    const changed = sign(list()).replace(/(<ds:SignatureValue>)(.)(.)/, '$1$3$2');
    await expect(read(changed)).rejects.toThrow(/none of the certificates/);
    const other = sign(federationXml([entity(5)]));
    const digest = /<ds:DigestValue>.*?<\/ds:DigestValue>/;
    const moved = sign(list()).replace(digest, digest.exec(other)![0]);
    await expect(read(moved)).rejects.toThrow('it was changed');
    const both = other.replace(digest, digest.exec(sign(list()))![0]);
    await expect(read(both)).rejects.toThrow('it was changed');
  });

  it('is refused when a signature is not over the whole of it, or of an unusual form', async () => {
    const inner = federationXml([entity(0, { attributes: 'ID="_inner"' }), entity(1)]);
    const wrapped = sign(inner, { reference: "//*[local-name(.)='EntityDescriptor'][1]" });
    await expect(read(wrapped)).rejects.toThrow('its signature is over something else');
    await expect(read(sign(list(), { transforms: [EXCLUSIVE] }))).rejects.toThrow('unusual Transforms');
    await expect(read(sign(list(), { transforms: [ENVELOPED, ENVELOPED] }))).rejects.toThrow('canonical form');
    const sha1 = sign(list(), { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' });
    await expect(read(sha1)).rejects.toThrow('its digest is http://www.w3.org/2000/09/xmldsig#sha1');
    const rsaSha1 = sign(list(), { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' });
    await expect(read(rsaSha1)).rejects.toThrow('its signature is http://www.w3.org/2000/09/xmldsig#rsa-sha1');
  });

  it('is refused with two signatures, or with one behind the content', async () => {
    const xml = sign(list());
    const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(xml)![0];
    await expect(read(xml.replace(signature, signature + signature))).rejects.toThrow('two signatures');
    const behind = xml
      .replace(signature, '')
      .replace('</md:EntitiesDescriptor>', `${signature}</md:EntitiesDescriptor>`);
    await expect(read(behind)).rejects.toThrow('it is not signed');
  });

  it('is what stands in the document, whatever comments and references are in it', async () => {
    const name = 'A<!-- x --> &amp; B &#xD;<![CDATA[<C>]]>';
    const [one] = await read(sign(federationXml([entity(0, { names: { en: name } })])));
    expect(one).toMatchObject({ provider: { displayName: 'A & B <C>' } });
  });

  it('must not have run out', async () => {
    const until = (end: string) => federationXml([entity(0)], `ID="_f" validUntil="${end}"`);
    expect(await read(until(inDays(1)), [])).toHaveLength(1);
    await expect(read(until(inDays(-1)), [])).rejects.toThrow('it was valid until 2026-02-28');
    await expect(read(until('soon'), [])).rejects.toThrow('it was valid until');
  });

  it('must say when it runs out, and not for longer than a month, where an old copy must not count for good', async () => {
    const whole = (attributes: string) => read(federationXml([entity(0)], attributes), [], 1000, true);
    expect(await whole(`validUntil="${inDays(14)}"`)).toHaveLength(1);
    await expect(whole('')).rejects.toThrow('it does not say until when it is valid');
    await expect(whole(`validUntil="${inDays(90)}"`)).rejects.toThrow('more than 31 days');
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><a/>', 'document type'],
    ['no XML', 'moved', 'not well-formed'],
    ['a page', '<html></html>', 'not SAML metadata'],
    ['half of it', '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">', 'not well-formed'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'other than UTF-8'],
    ['broken characters', Uint8Array.of(0x3c, 0x61, 0xff), 'not UTF-8'],
    [
      'depth without end',
      '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">'.repeat(100),
      'too deep',
    ],
    [
      'an unknown entity reference',
      '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">&b;',
      'not well-formed',
    ],
  ])('is refused when it is %s', async (_what, xml, reason) => {
    await expect(read(xml, [])).rejects.toThrow(reason);
  });
});
