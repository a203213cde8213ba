import { readMetadata } from '@ligature/saml-metadata';
import {
  aCredential,
  at,
  type Element,
  ElementBuilder,
  inChunks,
  NAMESPACE,
  type TestCredential,
  textOf,
} from '@ligature/saml-metadata/testing';
import { PublicUrlConfig } from '@ligature/web';
import { SaxesParser } from 'saxes';
import { SamlAuthConfig } from '../saml-auth.config.ts';
import { ServiceProvider } from '../service-provider.ts';
import { ownMetadata } from './own-metadata.ts';
import type { ServiceDescription } from './service-description.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

const DESCRIPTION: ServiceDescription = {
  institution: 'Example & Sons <University>',
  texts: [
    { language: 'en', name: 'ORCID at Example', description: 'Connect your iD.' },
    { language: 'de', name: 'ORCID an der Example', description: 'Verbinden Sie Ihre iD.' },
  ],
  attributes: { identifiers: ['subject-id'], others: ['urn:oid:2.16.840.1.113730.3.1.3'] },
  logo: { url: 'https://orcid.example.edu/logo.svg', width: 80, height: 60 },
  privacyUrl: 'https://example.edu/privacy',
  contacts: { support: 'orcid@example.edu', technical: 'idm@example.edu', security: 'cert@example.edu' },
};

const parse = (xml: string): Element => {
  const builder = new ElementBuilder();
  let root: Element | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => builder.start(tag));
  parser.on('text', (text) => builder.text(text));
  parser.on('closetag', () => {
    root ??= builder.end();
  });
  parser.write(xml).close();
  return root!;
};

describe('our own metadata', () => {
  let current: TestCredential;
  let next: TestCredential;

  beforeAll(async () => {
    [current, next] = await Promise.all([aCredential(), aCredential()]);
  });

  const self = (...credentials: TestCredential[]) => {
    const [first, second] = credentials;
    const keys = new SamlAuthConfig({
      SAML_CLOCK_SKEW_SECONDS: 60,
      SAML_KEY: first?.privateKey,
      SAML_CERTIFICATE: first?.certificatePem,
      SAML_NEXT_KEY: second?.privateKey,
      SAML_NEXT_CERTIFICATE: second?.certificatePem,
    });
    return new ServiceProvider(new PublicUrlConfig({ PORTAL_URL: new URL('https://orcid.example.edu') }), keys);
  };
  const describeSelf = (...credentials: TestCredential[]) => parse(ownMetadata(self(...credentials), DESCRIPTION, NOW));
  const role = (entity: Element) => at(entity, ['metadata', 'SPSSODescriptor'])[0]!;
  const all = (from: Element, ...path: Parameters<typeof at>[1][]) => at(from, ...path);

  it('says who we are, where answers are posted, and for how long', () => {
    const entity = describeSelf(current);
    expect(entity.attributes.get('entityID')).toBe('https://orcid.example.edu/saml/metadata');
    expect(entity.attributes.get('validUntil')).toBe('2026-03-29T12:00:00.000Z');
    const [acs] = all(role(entity), ['metadata', 'AssertionConsumerService']);
    expect(acs?.attributes.get('Location')).toBe('https://orcid.example.edu/saml/acs');
    expect(acs?.attributes.get('Binding')).toMatch(/HTTP-POST$/);
    expect(role(entity).attributes.get('WantAssertionsSigned')).toBe('true');
  });

  it('takes logouts by redirect and by post', () => {
    const services = all(role(describeSelf(current)), ['metadata', 'SingleLogoutService']);
    expect(services.map(({ attributes }) => attributes.get('Binding')?.split(':').at(-1))).toEqual([
      'HTTP-Redirect',
      'HTTP-POST',
    ]);
    expect(new Set(services.map(({ attributes }) => attributes.get('Location')))).toEqual(
      new Set(['https://orcid.example.edu/saml/logout']),
    );
  });

  it('is signed by our key, so that nobody can change it on the way', async () => {
    const xml = ownMetadata(self(current, next), DESCRIPTION, NOW);
    const verify = async (text: string, by: TestCredential) => {
      const demands = { signedBy: [by.certificate], now: NOW, mustExpire: true };
      for await (const one of readMetadata(inChunks(text), demands)) throw new Error(JSON.stringify(one));
    };
    await verify(xml, current);
    await expect(verify(xml, next)).rejects.toThrow('none of the certificates');
    await expect(verify(xml.replace('saml/acs', 'saml/axs'), current)).rejects.toThrow('changed');
  });

  it('names both keys while ours changes, each for signing and for encryption', () => {
    const keys = all(role(describeSelf(current, next)), ['metadata', 'KeyDescriptor']).map((key) => [
      key.attributes.get('use'),
      textOf(at(key, ['signature', 'KeyInfo'], ['signature', 'X509Data'], ['signature', 'X509Certificate'])[0]),
    ]);
    expect(keys).toEqual([
      ['signing', current.certificate],
      ['encryption', current.certificate],
      ['signing', next.certificate],
      ['encryption', next.certificate],
    ]);
  });

  it('is not signed, and offers no logout, where we have no key', () => {
    const entity = describeSelf();
    expect(at(entity, ['signature', 'Signature'])).toEqual([]);
    expect(all(role(entity), ['metadata', 'SingleLogoutService'])).toEqual([]);
    expect(all(role(entity), ['metadata', 'KeyDescriptor'])).toEqual([]);
  });

  it('shows us to people in their language, with description, logo and privacy statement', () => {
    const [info] = at(role(describeSelf(current)), ['metadata', 'Extensions'], ['ui', 'UIInfo']);
    const shown = info!.children.map((child) => [child.name, child.attributes.get('xml:lang'), textOf(child)]);
    expect(shown).toEqual([
      ['DisplayName', 'en', 'ORCID at Example'],
      ['DisplayName', 'de', 'ORCID an der Example'],
      ['Description', 'en', 'Connect your iD.'],
      ['Description', 'de', 'Verbinden Sie Ihre iD.'],
      ['Logo', undefined, 'https://orcid.example.edu/logo.svg'],
      ['InformationURL', 'en', 'https://orcid.example.edu/?lang=en'],
      ['InformationURL', 'de', 'https://orcid.example.edu/?lang=de'],
      ['PrivacyStatementURL', 'en', 'https://example.edu/privacy'],
      ['PrivacyStatementURL', 'de', 'https://example.edu/privacy'],
    ]);
  });

  it('asks for the attributes that are read, by their lasting names, and requires an identifier alone', () => {
    const path = [['metadata', 'AttributeConsumingService'] as const, ['metadata', 'RequestedAttribute'] as const];
    const asked = at(role(describeSelf(current)), ...path).map(({ attributes }) => attributes);
    const required = asked.filter((attributes) => attributes.get('isRequired') === 'true');
    expect(required.map((one) => one.get('Name'))).toEqual(['urn:oasis:names:tc:SAML:attribute:subject-id']);
    expect(asked.map((attributes) => attributes.get('Name'))).toContain('urn:oid:2.16.840.1.113730.3.1.3');
    expect(asked.every((attributes) => attributes.get('Name')?.startsWith('urn:'))).toBe(true);
  });

  it.each([
    [['subject-id'], 'subject-id'],
    [['pairwise-id', 'eduPersonPrincipalName'], 'pairwise-id'],
    [['subject-id', 'pairwise-id'], 'any'],
    [['persistent-name-id'], 'none'],
  ] as const)('tells providers which subject identifiers %j need', (identifiers, needed) => {
    const attributes = { identifiers, others: [] };
    const entity = parse(ownMetadata(self(current), { ...DESCRIPTION, attributes }, NOW));
    const [value] = at(
      entity,
      ['metadata', 'Extensions'],
      ['attribute', 'EntityAttributes'],
      ['assertion', 'Attribute'],
      ['assertion', 'AttributeValue'],
    );
    expect(textOf(value)).toBe(needed);
  });

  it('names whom to write to, and texts are never taken for XML', () => {
    const entity = describeSelf(current);
    const contacts = at(entity, ['metadata', 'ContactPerson']).map((person) => [
      person.attributes.get('contactType'),
      textOf(at(person, ['metadata', 'EmailAddress'])[0]),
    ]);
    expect(contacts).toEqual([
      ['technical', 'mailto:idm@example.edu'],
      ['support', 'mailto:orcid@example.edu'],
      ['other', 'mailto:cert@example.edu'],
    ]);
    const [name] = at(entity, ['metadata', 'Organization'], ['metadata', 'OrganizationName']);
    expect(textOf(name)).toBe('Example & Sons <University>');
  });

  it('has its parts in the order of the schema', () => {
    const order = (parent: Element) => [...new Set(parent.children.map(({ name }) => name))];
    const entity = describeSelf(current);
    expect(order(entity)).toEqual(['Signature', 'Extensions', 'SPSSODescriptor', 'Organization', 'ContactPerson']);
    expect(order(role(entity))).toEqual([
      'Extensions',
      'KeyDescriptor',
      'SingleLogoutService',
      'NameIDFormat',
      'AssertionConsumerService',
      'AttributeConsumingService',
    ]);
    expect(entity.namespace).toBe(NAMESPACE.metadata);
  });
});
