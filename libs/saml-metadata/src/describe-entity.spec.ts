import { aCredential, type TestCredential } from './testing/a-credential.ts';
import { federationXml, inChunks, POST, type ProviderXml, providerXml, REDIRECT } from './testing/some-metadata.ts';
import type { ReadEntity } from './read-entity.ts';
import { readMetadata } from './read-metadata.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const LOGOUT = 'md:SingleLogoutService';

describe('an entity', () => {
  let strong: TestCredential;
  let second: TestCredential;
  let weak: TestCredential;
  let elliptic: TestCredential;

  beforeAll(async () => {
    [strong, second, weak, elliptic] = await Promise.all([
      aCredential(),
      aCredential(),
      aCredential(1024),
      aCredential('ec'),
    ]);
  });

  const readAll = async (xml: string) => {
    const all: ReadEntity[] = [];
    for await (const one of readMetadata(inChunks(xml), { signedBy: [], now: NOW, mustExpire: false })) all.push(one);
    return all;
  };
  const read = async (given: ProviderXml) =>
    (await readAll(providerXml({ certificates: [strong.certificate], ...given })))[0];
  const provider = async (given: ProviderXml) => {
    const entity = await read(given);
    if (entity?.kind !== 'provider') throw new Error(JSON.stringify(entity));
    return entity.provider;
  };
  const reasonOf = async (given: ProviderXml) => {
    const entity = await read(given);
    return entity?.kind === 'unusable' ? entity.reason : undefined;
  };

  it('is described by what it says of itself', async () => {
    expect(await provider({})).toEqual({
      entityId: 'https://idp.example.edu/idp',
      displayName: 'Example University',
      displayNames: { en: 'Example University' },
      keywords: [],
      signOnUrl: 'https://idp.example.edu/sso',
      wantsSignedRequests: false,
      singleLogout: [],
      certificates: [strong.certificate],
      scopes: ['example.edu'],
      scopePatterns: [],
      isHidden: false,
      validUntil: null,
    });
  });

  it('has names by language; who reads another language sees the English one, or the first', async () => {
    const names = { de: 'Universität', 'fr-CH': 'Université', en: 'University' };
    expect(await provider({ names })).toMatchObject({
      displayName: 'University',
      displayNames: { de: 'Universität', fr: 'Université', en: 'University' },
    });
    expect((await provider({ names: { fi: ' Yliopisto\n ', sv: 'Universitet' } })).displayName).toBe('Yliopisto');
    expect((await provider({ names: {} })).displayName).toBe('https://idp.example.edu/idp');
  });

  it('is called as its organisation where it has no name for user interfaces', async () => {
    const before = '<md:Extensions/>';
    const xml = providerXml({ certificates: [strong.certificate], names: {}, before }).replace(
      '</md:EntityDescriptor>',
      '<md:Organization><md:OrganizationDisplayName xml:lang="en">Example</md:OrganizationDisplayName></md:Organization></md:EntityDescriptor>',
    );
    expect(await readAll(xml)).toMatchObject([{ provider: { displayName: 'Example' } }]);
  });

  it('may sign with several keys, those for encryption and weak ones not among them', async () => {
    const certificates = [
      strong.certificate,
      second.certificate,
      weak.certificate,
      elliptic.certificate,
      'bm90aGluZw==',
    ];
    expect((await provider({ certificates })).certificates).toEqual([
      strong.certificate,
      second.certificate,
      elliptic.certificate,
    ]);
    const forEncryption = providerXml({ certificates: [strong.certificate] }).replace(
      'use="signing"',
      'use="encryption"',
    );
    expect(await readAll(forEncryption)).toMatchObject([{ kind: 'unusable' }]);
    const forBoth = providerXml({ certificates: [strong.certificate] }).replace(' use="signing"', '');
    expect(await readAll(forBoth)).toMatchObject([{ provider: { certificates: [strong.certificate] } }]);
  });

  it('may speak for the domains it names, in small letters, and for those of its patterns', async () => {
    const extensions = [
      ['Example.EDU', 'false'],
      ['^.+\\.Example\\.edu$', 'true'],
      ['lib.example.edu', '0'],
      ['(cs|math)\\.example\\.edu', '1'],
    ].map(([scope, regexp]) => `<shibmd:Scope regexp="${regexp}">${scope}</shibmd:Scope>`);
    expect(await provider({ extensions: extensions.join('') })).toMatchObject({
      scopes: ['example.edu', 'lib.example.edu'],
      scopePatterns: ['^.+\\.Example\\.edu$', '(cs|math)\\.example\\.edu'],
    });
    const before = '<md:Extensions><shibmd:Scope>entity.example</shibmd:Scope></md:Extensions>';
    expect((await provider({ extensions: '', before })).scopes).toEqual(['entity.example']);
  });

  it('that states nothing but nonsense does not seem to state nothing', async () => {
    const nonsense = '<shibmd:Scope>not a domain</shibmd:Scope><shibmd:Scope> </shibmd:Scope>';
    expect((await provider({ extensions: nonsense })).scopes).toEqual(['not a domain']);
  });

  it('receives logout messages by redirect first, with its own address for answers', async () => {
    const endpoints = `<md:SingleSignOnService Binding="${REDIRECT}" Location="https://idp.example.edu/sso"/>
      <${LOGOUT} Binding="${POST}" Location="https://idp.example.edu/slo/post"/>
      <${LOGOUT} Binding="${REDIRECT}" Location="https://idp.example.edu/slo" ResponseLocation="https://idp.example.edu/slo/done"/>
      <${LOGOUT} Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="https://idp.example.edu:8443/soap"/>`;
    expect((await provider({ endpoints })).singleLogout).toEqual([
      { binding: 'redirect', url: 'https://idp.example.edu/slo', responseUrl: 'https://idp.example.edu/slo/done' },
      { binding: 'post', url: 'https://idp.example.edu/slo/post', responseUrl: 'https://idp.example.edu/slo/post' },
    ]);
  });

  it.each([
    ['a script', `<md:SingleSignOnService Binding="${REDIRECT}" Location="javascript:alert(1)"/>`],
    ['not https', `<md:SingleSignOnService Binding="${REDIRECT}" Location="http://idp.example.edu/sso"/>`],
    ['another binding only', `<md:SingleSignOnService Binding="${POST}" Location="https://idp.example.edu/sso"/>`],
    ['nothing', ''],
  ])('cannot be used when its sign-on address is %s', async (_what, endpoints) => {
    expect(await reasonOf({ endpoints })).toBe('it names no https sign-on address for the HTTP-Redirect binding');
  });

  it('cannot be used without a key that we may trust', async () => {
    expect(await reasonOf({ certificates: [weak.certificate] })).toMatch('no signing certificate');
  });

  it('may ask for signed requests and not to be offered for choice', async () => {
    const before = `<md:Extensions><mdattr:EntityAttributes><saml:Attribute Name="http://macedir.org/entity-category">
      <saml:AttributeValue>http://refeds.org/category/hide-from-discovery</saml:AttributeValue>
      </saml:Attribute></mdattr:EntityAttributes></md:Extensions>`;
    expect(await provider({ role: 'WantAuthnRequestsSigned="true"', before })).toMatchObject({
      wantsSignedRequests: true,
      isHidden: true,
    });
  });

  it('is valid no longer than what is around it', async () => {
    const inner = providerXml({
      certificates: [strong.certificate],
      attributes: 'validUntil="2026-03-09T00:00:00Z"',
      role: 'validUntil="2026-03-08T00:00:00Z"',
    });
    const plain = providerXml({ entityId: 'https://plain.example/', certificates: [strong.certificate] });
    const group = federationXml([inner, plain], 'validUntil="2026-03-10T00:00:00Z"');
    const ends = (await readAll(federationXml([group, plain], 'validUntil="2026-03-20T00:00:00Z"'))).map(
      (one) => one.kind === 'provider' && one.provider.validUntil?.toISOString(),
    );
    expect(ends).toEqual(['2026-03-08T00:00:00.000Z', '2026-03-10T00:00:00.000Z', '2026-03-20T00:00:00.000Z']);
  });

  it('is left out when it is no identity provider, or of an older protocol', async () => {
    const service = providerXml({}).replaceAll('IDPSSODescriptor', 'SPSSODescriptor');
    const older = providerXml({}).replace(
      'urn:oasis:names:tc:SAML:2.0:protocol',
      'urn:oasis:names:tc:SAML:1.1:protocol',
    );
    const good = providerXml({ certificates: [strong.certificate] });
    expect(
      await readAll(federationXml([service, '<md:Extensions><x xmlns="urn:x"/></md:Extensions>', older, good])),
    ).toHaveLength(1);
  });

  it('has words that people look for', async () => {
    const extensions = '<mdui:UIInfo><mdui:Keywords xml:lang="en">alma+mater college</mdui:Keywords></mdui:UIInfo>';
    expect((await provider({ extensions })).keywords).toEqual(['alma mater college']);
  });
});
