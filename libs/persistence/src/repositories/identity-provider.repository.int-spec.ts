import type { ProviderMetadata } from '@ligature/identity-model';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Institution } from '../entities/institution.entity.ts';
import { MetadataSource } from '../entities/metadata-source.entity.ts';
import { anInstitution, TestModule } from '../testing/index.ts';
import { IdentityProviderRepository } from './identity-provider.repository.ts';
import { MetadataSourceRepository } from './metadata-source.repository.ts';

const AT = new Date('2026-03-01T12:00:00Z');

const aProvider = (name: string, given: Partial<ProviderMetadata> = {}): ProviderMetadata => ({
  entityId: `https://${name.toLowerCase()}.example/`,
  displayName: name,
  displayNames: {},
  keywords: [],
  signOnUrl: 'https://idp.example/sso',
  wantsSignedRequests: false,
  singleLogout: [],
  certificates: ['certificate'],
  scopes: [],
  scopePatterns: [],
  isHidden: false,
  validUntil: null,
  ...given,
});

describe('the identity providers that an institution trusts', () => {
  let app: TestModule;
  let institution: Institution;

  beforeAll(async () => {
    app = await TestModule.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    institution = anInstitution();
    await app.store(institution);
  });

  const providers = () => app.get(IdentityProviderRepository);
  const aSource = async (position = 0) => {
    const facts = { position, entityIds: [], signingCertificates: [], policy: {}, exceptions: {} };
    const where = { institutionId: institution.id, kind: 'file', location: `/${position}.xml` } as const;
    const source = new MetadataSource({ ...where, ...facts });
    await app.store(source);
    return source;
  };
  const keep = (source: MetadataSource, ...stated: ProviderMetadata[]) =>
    app.request(() => providers().keep(source, stated));
  const names = async (given: Partial<Parameters<IdentityProviderRepository['search']>[1]> = {}) => {
    const search = { text: '', language: 'en', limit: 100, at: AT, ...given };
    return (await app.request(() => providers().search(institution.id, search))).map(({ displayName }) => displayName);
  };

  it('keep their patterns of domains to the letter', async () => {
    const scopePatterns = ['^([a-z0-9-]{1,63}\\.){0,2}example\\.edu$', '"a", {b}\\', 'null'];
    await keep(await aSource(), aProvider('Patterned', { scopePatterns }));
    const find = () => providers().find(institution.id, 'https://patterned.example/', AT);
    expect((await app.request(find))?.provider.scopePatterns).toEqual(scopePatterns);
  });

  it('are found by all words of a search, in any of their names, keywords and domains', async () => {
    const zurich = { displayNames: { de: 'Universität Zürich' }, keywords: ['alma mater'], scopes: ['uzh.example'] };
    await keep(await aSource(), aProvider('Zurich', zurich), aProvider('Geneva'));
    for (const text of ['zurich', 'ZÜRICH universitat', 'mater', 'uzh.ex', 'alma uzh'])
      expect([text, await names({ text })]).toEqual([text, ['Zurich']]);
    for (const text of ['zurich geneva', 'geneve', '東']) expect([text, await names({ text })]).toEqual([text, []]);
  });

  it('are named in the language that is asked for, and ordered by it as people order names', async () => {
    const german = (de: string) => ({ displayNames: { de } });
    await keep(
      await aSource(),
      aProvider('One', german('Zürich')),
      aProvider('Two', german('Ämter')),
      aProvider('Three', german('zug')),
    );
    expect(await names({ language: 'de' })).toEqual(['Ämter', 'zug', 'Zürich']);
    expect(await names({ language: 'fr' })).toEqual(['One', 'Three', 'Two']);
  });

  it('come page by page, also where several have one name', async () => {
    const same = ['c', 'a', 'b'].map((host) => aProvider('Same', { entityId: `https://${host}.example/` }));
    await keep(await aSource(), ...same, aProvider('Last', { displayName: 'Zz' }));
    const page = (after?: string) =>
      app.request(() => providers().search(institution.id, { text: '', language: 'en', limit: 2, at: AT, after }));
    const [, second] = await page();
    expect(second?.entityId).toBe('https://b.example/');
    expect((await page(second?.entityId)).map(({ entityId }) => entityId)).toEqual([
      'https://c.example/',
      'https://last.example/',
    ]);
    expect(await page('https://unknown.example/')).toEqual([]);
  });

  it('are not offered when they ask not to be, or have run out; but the former can be signed in at', async () => {
    const gone = { validUntil: new Date('2026-03-01T11:59:59Z') };
    await keep(await aSource(), aProvider('Hidden', { isHidden: true }), aProvider('Gone', gone), aProvider('Here'));
    expect(await names()).toEqual(['Here']);
    const find = (entityId: string) => app.request(() => providers().find(institution.id, entityId, AT));
    expect(await find('https://hidden.example/')).not.toBeNull();
    expect(await find('https://gone.example/')).toBeNull();
  });

  it('are listed once, as the first source that has them describes them', async () => {
    await keep(await aSource(1), aProvider('A', { displayName: 'From the second' }));
    await keep(await aSource(0), aProvider('A', { displayName: 'From the first' }));
    expect(await names()).toEqual(['From the first']);
  });

  it('are not written again when nothing has changed', async () => {
    const source = await aSource();
    const rows = () =>
      app
        .get(EntityManager)
        .fork()
        .execute<{ id: string }[]>(
          `select id, display_name from identity_provider where entity_id = 'https://a.example/' and institution_id = ?`,
          [institution.id],
        );
    await keep(source, aProvider('A'));
    const before = await rows();
    await keep(source, aProvider('A'), aProvider('B'));
    expect(await rows()).toEqual(before);
    await keep(source, aProvider('A', { displayName: 'Changed' }));
    expect(await rows()).toEqual([{ ...before[0], display_name: 'Changed' }]);
  });

  it('are forgotten when their source no longer has them, or is no longer named', async () => {
    const [one, other] = [await aSource(0), await aSource(1)];
    await keep(one, aProvider('A'), aProvider('B'));
    await keep(other, aProvider('C'));
    await app.request(() => providers().prune(one, ['https://b.example/']));
    expect(await names()).toEqual(['B', 'C']);
    await app.request(() => app.get(MetadataSourceRepository).keepOnly(institution.id, [other]));
    expect(await names()).toEqual(['C']);
  });

  it('are each institution’s own', async () => {
    await keep(await aSource(), aProvider('A'));
    institution = anInstitution();
    await app.store(institution);
    expect(await names()).toEqual([]);
  });
});
