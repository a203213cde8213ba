import { XMLParser } from 'fast-xml-parser';
import { Bench, keys } from '../testing/bench.ts';
import { elementsSignedBy } from '../testing/signatures.ts';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });

describe('The metadata of the provider', () => {
  const bench = new Bench();

  afterEach(() => bench.stop());

  async function metadata(): Promise<string> {
    return (await fetch(`${bench.url}/metadata`)).text();
  }

  it('names its addresses at both bindings, its key, its scope and its institution', async () => {
    await bench.start({ displayName: 'Universität Ω & Söhne', scope: 'example.edu' });
    expect(parser.parse(await metadata())).toMatchObject({
      'md:EntityDescriptor': {
        entityID: `${bench.url}/metadata`,
        validUntil: new Date(bench.now.getTime() + 4 * 86_400_000).toISOString(),
        'md:IDPSSODescriptor': {
          protocolSupportEnumeration: 'urn:oasis:names:tc:SAML:2.0:protocol',
          'md:Extensions': {
            'shibmd:Scope': { '#text': 'example.edu', regexp: 'false' },
            'mdui:UIInfo': { 'mdui:DisplayName': { '#text': 'Universität Ω & Söhne', 'xml:lang': 'en' } },
          },
          'md:KeyDescriptor': {
            use: 'signing',
            'ds:KeyInfo': { 'ds:X509Data': { 'ds:X509Certificate': keys.signing.certificate } },
          },
          'md:SingleLogoutService': bothBindings('/slo'),
          'md:SingleSignOnService': bothBindings('/sso'),
        },
      },
    });
  });

  it('is unsigned unless the settings ask for a signature', async () => {
    await bench.start();
    expect(await metadata()).not.toContain('Signature');
  });

  it('is signed when the settings ask for it, the signature first of all as the schema wants', async () => {
    await bench.start({ signing: { metadata: true } });
    const xml = await metadata();
    expect(elementsSignedBy(keys.signing.certificate, xml)).toEqual(['EntityDescriptor']);
    expect(xml).toMatch(/^<md:EntityDescriptor [^>]*><ds:Signature /);
  });

  it('goes by the public address and the entityId of the settings', async () => {
    await bench.start({ publicUrl: 'https://idp.example.edu/', entityId: 'urn:example:idp' });
    const xml = await metadata();
    expect(xml).toContain('entityID="urn:example:idp"');
    expect(xml).toContain('Location="https://idp.example.edu/sso"');
  });

  function bothBindings(path: string): { Binding: string; Location: string }[] {
    return ['HTTP-Redirect', 'HTTP-POST'].map((binding) => ({
      Binding: `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`,
      Location: `${bench.url}${path}`,
    }));
  }
});
