import {
  DatabaseModule,
  IdentityProviderRepository,
  type Institution,
  MetadataSource,
  MetadataSourceRepository,
  MetadataSourceRows,
} from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { Clock } from '@ligature/runtime';
import { StoppedClock } from '@ligature/runtime/testing';
import { aCredential, federationXml, providerXml, signed, type TestCredential } from '@ligature/saml-metadata/testing';
import { MetadataHost } from '../testing/metadata-host.ts';
import { describeRefresh } from './describe-refresh.ts';
import { MetadataRefresh } from './metadata-refresh.ts';
import { ProviderLoader } from './provider-loader.ts';

const START = '2026-03-01T12:00:00.000Z';

describe('the metadata of an institution’s identity providers', () => {
  const host = new MetadataHost();
  const clock = new StoppedClock(START);
  let app: TestModule;
  let institution: Institution;
  let federation: TestCredential;
  let first: TestCredential;
  let second: TestCredential;

  beforeAll(async () => {
    await host.start();
    [federation, first, second] = await Promise.all([aCredential(), aCredential(), aCredential()]);
    app = await TestModule.start({
      imports: [DatabaseModule],
      providers: [Clock, MetadataRefresh, ProviderLoader],
      clock,
    });
  });
  afterAll(async () => {
    await app.close();
    await host.stop();
  });
  beforeEach(async () => {
    clock.moveTo(START);
    host.documents.clear();
    host.asked.length = 0;
    institution = anInstitution();
    await app.store(institution);
  });

  const trust = async (
    kind: MetadataSource['kind'],
    location: string,
    given: Partial<ConstructorParameters<typeof MetadataSource>[0]> = {},
  ) => {
    const facts = { position: 0, entityIds: [], signingCertificates: [], policy: {}, exceptions: {} };
    await app.store(new MetadataSource({ institutionId: institution.id, kind, location, ...facts, ...given }));
  };
  const trustFederation = (path = '/federation') =>
    trust('federation', host.address(path), { signingCertificates: [federation.certificate] });
  const run = async (which: 'all' | 'due' = 'all') => {
    const refreshed = await app.request(() => app.get(MetadataRefresh).refresh(institution, which));
    return refreshed.map(describeRefresh).join('; ');
  };
  const find = (entityId: string) =>
    app.request(() => app.get(IdentityProviderRepository).find(institution.id, entityId, clock.now()));
  const certificatesOf = async (entityId: string) => (await find(entityId))?.provider.certificates;
  const source = async () => (await app.request(() => app.get(MetadataSourceRepository).of(institution.id)))[0];
  const idp = (name: string, ...certificates: TestCredential[]) =>
    providerXml({
      entityId: `https://${name}.example/`,
      certificates: (certificates.length > 0 ? certificates : [first]).map(({ certificate }) => certificate),
    });
  const list = (names: readonly string[], credential = federation, end = '2026-03-10T00:00:00Z') =>
    signed(
      federationXml(
        names.map((name) => idp(name)),
        `ID="_f" validUntil="${end}"`,
      ),
      { privateKey: credential.privateKey },
    );

  it('is read from a provider’s address, asked for again the next day, and only sent when it is new', async () => {
    await trust('url', host.publish('/idp', idp('a')));
    expect(await run('due')).toContain('1 identity provider');
    expect(await run('due')).toBe('');
    clock.moveTo('2026-03-02T12:00:00Z');
    expect(await run('due')).toContain('1 identity provider, unchanged');
    expect(host.asked).toEqual(['/idp 200', '/idp 304']);
  });

  it('keeps the last good copy when it cannot be read, says so, and is tried again every hour', async () => {
    await trust('url', host.publish('/idp', idp('a')));
    await run();
    host.documents.clear();
    clock.moveTo('2026-03-02T12:00:00Z');
    expect(await run('due')).toContain('answers with status 503');
    expect((await source())?.failure).toContain('503');
    expect(await source()).toMatchObject({ readAt: new Date(START), providers: 1 });
    expect(await certificatesOf('https://a.example/')).toHaveLength(1);
    clock.moveTo('2026-03-02T13:00:00Z');
    host.publish('/idp', idp('a'));
    expect(await run('due')).toContain('1 identity provider');
    expect((await source())?.failure).toBeNull();
  });

  it('is watched: what ends soon is reported before it ends, whether or not it can be read', async () => {
    const watch = async (at: string) => {
      const now = new Date(at);
      const [watched] = await app.request(() => app.get(MetadataSourceRows).watch(institution.id, now));
      return [watched?.state, watched?.expiring];
    };
    await trustFederation();
    expect(await watch(START)).toEqual(['unread', 0]);
    host.publish('/federation', list(['a', 'b'], federation, '2026-03-05T12:00:00Z'));
    await run();
    expect(await watch('2026-03-02T12:00:00Z')).toEqual(['current', 0]);
    expect(await watch('2026-03-03T11:00:00Z')).toEqual(['current', 0]);
    expect(await watch('2026-03-03T13:00:00Z')).toEqual(['expiring', 2]);
    clock.moveTo('2026-03-02T12:00:00Z');
    host.documents.clear();
    await run();
    expect(await watch('2026-03-02T13:00:00Z')).toEqual(['failing', 0]);
  });

  it('changes keys both ways without a failed sign-in', async () => {
    const keys = async (...certificates: TestCredential[]) => {
      host.publish('/idp', idp('a', ...certificates));
      await run();
      return certificatesOf('https://a.example/');
    };
    await trust('url', host.address('/idp'));
    expect(await keys(first)).toEqual([first.certificate]);
    expect(await keys(first, second)).toEqual([first.certificate, second.certificate]);
    expect(await keys(second)).toEqual([second.certificate]);
    expect(await keys(second, first)).toEqual([second.certificate, first.certificate]);
  });

  it('of a federation is all its providers, and those that leave are forgotten', async () => {
    await trustFederation();
    host.publish('/federation', list(['a', 'b', 'c']));
    expect(await run()).toContain('3 identity providers');
    host.publish('/federation', list(['a', 'c', 'd']));
    await run();
    expect(await find('https://b.example/')).toBeNull();
    expect(await find('https://d.example/')).not.toBeNull();
  });

  it.each([
    ['signed by somebody else', () => list(['evil'], second), 'none of the certificates'],
    [
      'changed on the way',
      () => list(['a', 'b']).replace('https://b.example/', 'https://evil.example/'),
      'changed after',
    ],
    ['cut off', () => list(['a', 'evil']).slice(0, -30), 'not well-formed'],
    ['too old', () => list(['evil'], federation, '2026-02-28T00:00:00Z'), 'valid until'],
    ['valid for ever', () => list(['evil'], federation, '2036-01-01T00:00:00Z'), 'more than 31 days'],
    ['empty', () => list([]), 'describes no identity provider'],
  ])('of a federation stays as it was when the new list is %s', async (_how, publish, reason) => {
    await trustFederation();
    host.publish('/federation', list(['a', 'b']));
    await run();
    host.publish('/federation', publish());
    expect(await run()).toContain(reason);
    expect(await find('https://evil.example/')).toBeNull();
    expect(await find('https://b.example/')).not.toBeNull();
  });

  it('counts no longer than it says, however long a federation is away', async () => {
    await trustFederation();
    host.publish('/federation', list(['a']));
    await run();
    clock.moveTo('2026-03-09T23:00:00Z');
    expect(await find('https://a.example/')).not.toBeNull();
    clock.moveTo('2026-03-10T00:00:01Z');
    expect(await find('https://a.example/')).toBeNull();
  });

  it('is asked of a query service for each provider that is wanted; one that fails does not hold up the others', async () => {
    const answer = (name: string) =>
      host.publish(
        `/mdq/entities/${encodeURIComponent(`https://${name}.example/`)}`,
        signed(idp(name).replace('entityID', 'ID="_e" validUntil="2026-03-05T00:00:00Z" entityID'), federation),
      );
    await trust('mdq', host.address('/mdq/'), {
      entityIds: ['https://a.example/', 'https://b.example/'],
      signingCertificates: [federation.certificate],
    });
    answer('a');
    expect(await run()).toContain('answers with status 503');
    expect([await find('https://a.example/'), await find('https://b.example/')]).toEqual([expect.anything(), null]);
    answer('b');
    expect(await run()).toContain('2 identity providers');
    expect(await find('https://b.example/')).not.toBeNull();
  });

  it('of one entity is not taken for another’s', async () => {
    const path = `/mdq/entities/${encodeURIComponent('https://a.example/')}`;
    host.publish(
      path,
      signed(idp('evil').replace('entityID', 'ID="_e" validUntil="2026-03-05T00:00:00Z" entityID'), federation),
    );
    const given = { entityIds: ['https://a.example/'], signingCertificates: [federation.certificate] };
    await trust('mdq', host.address('/mdq'), given);
    expect(await run()).toContain('it does not describe https://a.example/');
    expect([await find('https://a.example/'), await find('https://evil.example/')]).toEqual([null, null]);
  });

  it('counts from the first of several sources, with what that one demands', async () => {
    host.publish('/federation', list(['a', 'b']));
    host.publish('/idp', idp('a', second));
    await trust('url', host.address('/idp'), { policy: { identifier: 'pairwise-id' } });
    await trust('federation', host.address('/federation'), {
      position: 1,
      signingCertificates: [federation.certificate],
      policy: { identifier: 'subject-id' },
      exceptions: { 'https://b.example/': { mustBeSigned: 'both' } },
    });
    await run();
    expect(await find('https://a.example/')).toMatchObject({
      provider: { certificates: [second.certificate] },
      policy: { identifier: 'pairwise-id' },
    });
    expect((await find('https://b.example/'))?.policy).toEqual({ identifier: 'subject-id', mustBeSigned: 'both' });
  });

  it('of a federation may be wanted of some only', async () => {
    host.publish('/federation', list(['a', 'b']));
    const given = { signingCertificates: [federation.certificate], entityIds: ['https://b.example/'] };
    await trust('federation', host.address('/federation'), given);
    await run();
    expect([await find('https://a.example/'), await find('https://b.example/')]).toEqual([null, expect.anything()]);
  });
});
