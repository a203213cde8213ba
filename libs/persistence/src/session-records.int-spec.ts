import type { ProviderMetadata } from '@ligature/identity-model';
import type { Institution } from './entities/institution.entity.ts';
import { MetadataSource } from './entities/metadata-source.entity.ts';
import { IdentityProviderRepository } from './repositories/identity-provider.repository.ts';
import { SessionRecords } from './session-records.ts';
import { anInstitution, TestModule } from './testing/index.ts';

const aStatedProvider = (entityId: string): ProviderMetadata => ({
  entityId,
  displayName: entityId,
  displayNames: {},
  keywords: [],
  signOnUrl: entityId,
  wantsSignedRequests: false,
  singleLogout: [],
  certificates: [],
  scopes: [],
  scopePatterns: [],
  isHidden: false,
  validUntil: null,
});

const later = (): Date => new Date(Date.now() + 60_000);
const at = (sessionIndex?: string): object => ({ subject: 'ada', providerSession: { sessionIndex } });

describe('sessions', () => {
  let app: TestModule;
  let records: SessionRecords;
  const alive = async (...ids: readonly string[]): Promise<string[]> => {
    const found = await Promise.all(ids.map(async (id) => ((await records.load(id)) === undefined ? [] : [id])));
    return found.flat();
  };

  beforeAll(async () => {
    app = await TestModule.start();
    records = app.get(SessionRecords);
  });

  afterAll(() => app.close());

  it('are kept until they expire or are ended', async () => {
    await records.save('one', { a: 1 }, later());
    await records.save('old', {}, new Date(Date.now() - 1000));
    expect(await records.load('one')).toEqual({ a: 1 });
    expect(await records.load('old')).toBeUndefined();
    await records.destroy('one');
    expect(await records.load('one')).toBeUndefined();
  });

  it('of one person end together, in all browsers, and nobody else’s', async () => {
    await records.save('here', at('s-1'), later());
    await records.save('there', at('s-2'), later());
    await records.save('another', { ...at('s-1'), subject: 'bob' }, later());
    await records.destroyOf('ada', []);
    expect(await alive('here', 'there', 'another')).toEqual(['another']);
  });

  it('end when their provider is trusted no more, and those of other institutions do not', async () => {
    const [institution, other] = [anInstitution(), anInstitution()];
    await app.store(institution, other);
    const facts = { position: 0, entityIds: [], signingCertificates: [], policy: {}, exceptions: {} };
    const source = new MetadataSource({ institutionId: institution.id, kind: 'url', location: 'x', ...facts });
    await app.store(source);
    await app.request(() =>
      app.get(IdentityProviderRepository).keep(source, [aStatedProvider('https://kept.example/')]),
    );
    const of = ({ id }: Institution, provider: string) => ({ providerSession: { institutionId: id, provider } });
    await records.save('kept', of(institution, 'https://kept.example/'), later());
    await records.save('gone', of(institution, 'https://gone.example/'), later());
    await records.save('elsewhere', of(other, 'https://gone.example/'), later());
    await records.save('nobody', {}, later());
    expect(await records.destroyOfUntrusted(institution.id)).toBe(1);
    expect(await alive('kept', 'gone', 'elsewhere', 'nobody')).toEqual(['kept', 'elsewhere', 'nobody']);
  });

  it('end by the index that the provider gave them, those without one always', async () => {
    await records.save('meant', at('s-1'), later());
    await records.save('not meant', at('s-2'), later());
    await records.save('without', at(), later());
    await records.destroyOf('ada', ['s-1', 's-3']);
    expect(await alive('meant', 'not meant', 'without')).toEqual(['not meant']);
  });
});
