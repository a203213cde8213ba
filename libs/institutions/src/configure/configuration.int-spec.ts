import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OrcidClientConfig } from '@ligature/orcid-client';
import { OrcidDouble } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import {
  IdentityProviderRepository,
  type Institution,
  InstitutionRepository,
  OrcidClientRepository,
  PersonIdentity,
  SessionRecords,
} from '@ligature/persistence';
import { aConnection, anAssertion, aPerson, aStaffId, TestModule } from '@ligature/persistence/testing';
import { aCredential, federationXml, providerXml, type TestCredential } from '@ligature/saml-metadata/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { InstitutionsModule } from '../institutions.module.ts';
import { anInstitutionFile } from '../testing/an-institution-file.ts';
import { MetadataHost } from '../testing/metadata-host.ts';
import { MetadataRefresh } from '../metadata/metadata-refresh.ts';
import { Configuration } from './configuration.ts';
import { describeConsequence } from '../consequences/describe-consequence.ts';
import type { GivenSetup } from './given-setup.ts';
import type { InstitutionFile } from './institution-file.ts';

const A = 'https://a.example/';
const B = 'https://b.example/';
const ROLES = [{ role: 'administrator', attribute: 'isMemberOf', value: 'admins' }];
const ACCEPTED = { status: 200, body: { access_token: 'ours', expires_in: 3600 } };
const clientSecret = new Secret('client-secret', 'a-secret');

describe('configuring an institution', () => {
  const host = new MetadataHost();
  let app: TestModule;
  let folder: string;
  let credential: TestCredential;
  let orcid: OrcidDouble;

  beforeAll(async () => {
    [folder, credential] = await Promise.all([
      mkdtemp(path.join(tmpdir(), 'configuration-')),
      aCredential(),
      host.start(),
    ]);
    orcid = await OrcidDouble.start();
    orcid.willAlwaysAnswer(/^\/oauth\/token$/, ACCEPTED);
    app = await TestModule.start({ imports: [InstitutionsModule], configs: [OrcidClientConfig], env: orcid.env });
  });
  afterAll(async () => {
    await app.close();
    await orcid.stop();
    await host.stop();
    await rm(folder, { recursive: true });
  });

  const attempt = (file: InstitutionFile, given: Partial<GivenSetup> = {}) =>
    app.request(() => app.get(Configuration).apply(file, { folder, clientSecret, ...given }));
  /** Every file of these tests but the first makes an institution beside others, which is meant. */
  const apply = async (file: InstitutionFile, given: Partial<GivenSetup> = {}) => {
    const isNew = (await find(file.slug)) === null;
    const outcome = await attempt(file, { isConfirmed: isNew, ...given });
    if (outcome.kind === 'unconfirmed') throw new Error(outcome.consequences.map(describeConsequence).join());
    return outcome;
  };
  const find = (slug: string) => app.request(() => app.get(InstitutionRepository).findBySlug(slug));
  const idp = (entityId: string) => providerXml({ entityId, certificates: [credential.certificate] });
  const both = () => federationXml([idp(A), idp(B)]);

  describe('whose slug is new beside others', () => {
    const stored = () => app.request(() => app.get(InstitutionRepository).all());
    const fileOf = (given: object = {}) =>
      anInstitutionFile({ identityProviders: [{ metadataUrl: host.publish('/idp', idp(A)) }], ...given });

    it('asks first and makes none, for it may be mistyped', async () => {
      await apply(fileOf());
      const mistyped = fileOf();
      const others = (await stored()).map(({ slug }) => slug);
      const expected = { kind: 'second-institution', slug: mistyped.slug, others };
      expect(await attempt(mistyped)).toEqual({ kind: 'unconfirmed', consequences: [expected] });
      expect(await find(mistyped.slug)).toBeNull();
      expect((await attempt(mistyped, { isConfirmed: true })).kind).toBe('configured');
      expect((await attempt(mistyped)).kind).toBe('configured');
    });
  });

  describe('with an ORCID client', () => {
    const fileOf = (given: object = {}) =>
      anInstitutionFile({ identityProviders: [{ metadataUrl: host.publish('/idp', idp(A)) }], ...given });

    afterEach(() => {
      orcid.willAlwaysAnswer(/^\/oauth\/token$/, ACCEPTED);
    });

    it('that ORCID refuses changes nothing, and says what to do', async () => {
      orcid.willAlwaysAnswer(/^\/oauth\/token$/, { status: 401, body: { error: 'invalid_client' } });
      const file = fileOf();
      await expect(apply(file)).rejects.toThrow(`refuses the client ${file.orcid.clientId} with this secret`);
      expect(await find(file.slug)).toBeNull();
    });

    it.each([
      ['is away', { status: 500, body: '<html>' }],
      ['asks for fewer requests', { status: 429, body: '', headers: { 'Retry-After': '0' } }],
    ])('is taken while ORCID %s, which is said', async (_, answer) => {
      orcid.willAlwaysAnswer(/^\/oauth\/token$/, answer);
      expect((await apply(fileOf())).uncheckedClient).toMatch(/^ORCID/);
    });

    it('asks ORCID nothing when no secret is given', async () => {
      const file = fileOf();
      expect((await apply(file)).uncheckedClient).toBeUndefined();
      orcid.seen.splice(0);
      await apply(file, { clientSecret: undefined });
      expect(orcid.seen).toEqual([]);
    });

    it('of another institution changes nothing, and says whose it is', async () => {
      const [file, other] = [fileOf(), fileOf()];
      await apply(file);
      await expect(apply({ ...other, orcid: file.orcid })).rejects.toThrow(
        `orcid.clientId: ${file.orcid.clientId} is the ORCID client of ${file.slug}.`,
      );
      expect(await find(other.slug)).toBeNull();
    });
  });

  describe('without publicUrl', () => {
    const fileOf = (given: object = {}) =>
      anInstitutionFile({ identityProviders: [{ metadataUrl: host.publish('/idp', idp(A)) }], ...given });
    const giveAllAnAddress = () =>
      app
        .get(EntityManager)
        .getConnection()
        .execute(`update institution set public_url = 'https://' || slug || '.example.edu' where public_url is null`);

    beforeEach(giveAllAnAddress);
    afterEach(giveAllAnAddress);

    it('is taken of one, again and again', async () => {
      const only = fileOf({ publicUrl: undefined });
      expect((await apply(only)).kind).toBe('configured');
      expect((await apply(only)).kind).toBe('configured');
      expect((await find(only.slug))?.publicUrl ?? null).toBeNull();
    });

    it('is refused of a new one beside it, which is not made, and says what to change', async () => {
      const only = fileOf({ publicUrl: undefined });
      await apply(only);
      const second = fileOf({ publicUrl: undefined });
      await expect(attempt(second, { isConfirmed: true })).rejects.toThrow(
        `publicUrl: ${second.slug} has none, and ${only.slug} has none either.`,
      );
      expect(await find(second.slug)).toBeNull();
    });

    it('is refused of a known one beside it, though nobody has signed in there, until the other has an address', async () => {
      const [only, other] = [fileOf({ publicUrl: undefined }), fileOf()];
      await apply(only);
      await apply(other);
      const { publicUrl, ...losing } = other;
      await expect(attempt(losing, { isConfirmed: true })).rejects.toThrow('publicUrl');
      expect((await find(other.slug))?.publicUrl).toBe(publicUrl);
      await apply({ ...only, publicUrl: 'https://only.example.edu' });
      expect((await attempt(losing)).kind).toBe('configured');
    });

    it('leaves the way out of two that have none already: one of them is given an address', async () => {
      const [one, two] = [fileOf({ publicUrl: undefined }), fileOf()];
      await apply(one);
      await apply(two);
      await app
        .get(EntityManager)
        .getConnection()
        .execute(`update institution set public_url = null where slug = '${two.slug}'`);
      expect((await attempt({ ...one, publicUrl: 'https://one.example.edu' })).kind).toBe('configured');
      expect((await attempt({ ...two, publicUrl: undefined })).kind).toBe('configured');
    });
  });

  describe('by metadata that turns out to describe many providers', () => {
    const places = async (xml: string) => {
      await writeFile(path.join(folder, 'idp.xml'), xml);
      return [{ metadataFile: 'idp.xml' }, { metadataUrl: host.publish('/idp', xml) }];
    };

    it.each([
      ['administrators', { roles: ROLES }, 'move roles to exceptions'],
      ['employees', { staffIdAttribute: 'employeeNumber' }, 'move staffIdAttribute to exceptions'],
    ])('changes nothing when each of them could name %s, and says what to do', async (_, speaking, advice) => {
      for (const place of await places(both())) {
        const file = anInstitutionFile({ identityProviders: [{ ...place, ...speaking }] });
        await expect(apply(file)).rejects.toThrow(advice);
        expect(await find(file.slug)).toBeNull();
      }
    });

    it('is taken when the one that may speak is named', async () => {
      const speaking = { staffIdAttribute: 'employeeNumber', staffIdSpace: 'hr', roles: ROLES };
      for (const place of await places(both())) {
        const file = anInstitutionFile({ identityProviders: [{ ...place, exceptions: { [A]: speaking } }] });
        const { institution } = await apply(file);
        const policyOf = async (entityId: string) => {
          const find = () => app.get(IdentityProviderRepository).find(institution.id, entityId, new Date());
          return (await app.request(find))?.policy;
        };
        expect(await policyOf(A)).toMatchObject(speaking);
        expect(await policyOf(B)).toEqual({});
      }
    });

    it('is taken when it is of one provider only, or one is wanted of it', async () => {
      for (const place of await places(idp(A)))
        await apply(anInstitutionFile({ identityProviders: [{ ...place, roles: ROLES }] }));
      for (const place of await places(both()))
        await apply(anInstitutionFile({ identityProviders: [{ ...place, roles: ROLES, entityIds: [A] }] }));
    });

    it('lets nobody speak when it grows later', async () => {
      const xml = idp(A);
      const source = { metadataUrl: host.publish('/growing', xml), roles: ROLES, staffIdAttribute: 'employeeNumber' };
      const file = anInstitutionFile({ identityProviders: [source] });
      const { institution } = await apply(file);
      const policyOf = async (entityId: string) => {
        const find = () => app.get(IdentityProviderRepository).find(institution.id, entityId, new Date());
        return (await app.request(find))?.policy;
      };
      expect(await policyOf(A)).toMatchObject({ roles: ROLES });
      host.publish('/growing', both());
      await app.request(() => app.get(MetadataRefresh).refresh(institution, 'all'));
      expect([await policyOf(A), await policyOf(B)]).toEqual([{}, {}]);
    });
  });

  describe('again, when people are known', () => {
    const place = () => host.publish('/idp', idp(A));
    const fileOf = (identityProviders: readonly object[], of?: InstitutionFile) =>
      anInstitutionFile({ ...of, identityProviders });
    const known = async (institution: Institution, kind: 'subject-id' | 'pairwise-id', provider = A) => {
      const person = aPerson(institution);
      const identity = { institutionId: institution.id, personId: person.id, provider, kind, identifier: person.id };
      await app.store(person);
      await app.store(new PersonIdentity(identity));
      return person;
    };
    const signedIn = async (institution: Institution, provider: string) => {
      const providerSession = { institutionId: institution.id, provider };
      await app.get(SessionRecords).save(provider + institution.id, { providerSession }, new Date(Date.now() + 60_000));
    };
    const session = (institution: Institution, provider: string) =>
      app.get(SessionRecords).load(provider + institution.id);

    it('asks before a provider is removed, changes nothing until then, and ends its sessions', async () => {
      const file = fileOf([{ metadataUrl: place() }]);
      const { institution } = await apply(file);
      await known(institution, 'subject-id');
      await known(institution, 'pairwise-id');
      await signedIn(institution, A);
      const other = fileOf([{ metadataUrl: host.publish('/other', idp(B)) }], file);
      const asked = await attempt(other);
      expect(asked).toEqual({
        kind: 'unconfirmed',
        consequences: [{ kind: 'provider-removed', provider: A, people: 2 }],
      });
      const trusts = async (entityId: string) => {
        const find = () => app.get(IdentityProviderRepository).find(institution.id, entityId, new Date());
        return (await app.request(find)) !== null;
      };
      expect([await trusts(A), await trusts(B), await session(institution, A)]).toEqual([
        true,
        false,
        expect.anything(),
      ]);
      await apply(other, { isConfirmed: true });
      expect([await trusts(A), await trusts(B), await session(institution, A)]).toEqual([false, true, undefined]);
    });

    it('says of a source that cannot be read so, and not that its provider would be removed', async () => {
      const file = fileOf([{ metadataUrl: place() }]);
      const { institution } = await apply(file);
      await known(institution, 'subject-id');
      const asked = await attempt(fileOf([{ metadataUrl: host.address('/away') }], file));
      expect(asked).toEqual({
        kind: 'unconfirmed',
        consequences: [
          {
            kind: 'provider-unread',
            provider: A,
            location: host.address('/away'),
            reason: expect.stringContaining('503') as string,
            people: 1,
          },
        ],
      });
    });

    it('asks before what the export no longer lists means something else, once the feed has stated something', async () => {
      const file = fileOf([{ metadataUrl: place() }]);
      const { institution } = await apply(file);
      const otherwise = { ...file, feed: { ...file.feed, absentMeans: 'ended' as const } };
      expect((await attempt(otherwise)).kind).toBe('configured');
      await apply(file);
      const person = aPerson(institution);
      const [absent, ended] = [
        anAssertion(person, { rowKey: '1' }),
        anAssertion(person, { rowKey: '2', ends: '2020' }),
      ];
      await app.store(person);
      await app.store(aStaffId(person), absent, ended);
      const asked = async () => (await attempt(otherwise)).consequences;
      expect(await asked()).toEqual([{ kind: 'absence-changed', to: 'ended', people: 0 }]);
      await app
        .get(EntityManager)
        .getConnection()
        .execute(`update assertion set absent_since = '2026-03-01' where id = '${absent.id}'`);
      expect(await asked()).toEqual([{ kind: 'absence-changed', to: 'ended', people: 1 }]);
      expect((await find(file.slug))?.feed.absentMeans).toBe('keep');
    });

    it('does not ask when the same provider is described elsewhere, or nobody signed in by it', async () => {
      const file = fileOf([{ metadataUrl: place() }, { metadataUrl: host.publish('/other', idp(B)) }]);
      const { institution } = await apply(file);
      await known(institution, 'subject-id');
      await signedIn(institution, A);
      await apply(fileOf([{ metadataUrl: host.publish('/moved', idp(A)) }], file));
      expect(await session(institution, A)).toBeDefined();
    });

    it('asks before the portal moves to another address, when somebody has signed in', async () => {
      const file = fileOf([{ metadataUrl: place() }]);
      const moved = { ...file, publicUrl: `https://moved-${file.slug}.example.edu` };
      const { institution } = await apply(file);
      expect((await attempt(moved)).kind).toBe('configured');
      const person = aPerson(institution);
      person.signIn({ displayName: 'Ada', mail: undefined }, new Date());
      await app.store(person);
      expect(await attempt(file)).toEqual({
        kind: 'unconfirmed',
        consequences: [{ kind: 'public-url-changed', from: moved.publicUrl, to: file.publicUrl, people: 1 }],
      });
      expect((await find(file.slug))?.publicUrl).toBe(moved.publicUrl);
      await apply(file, { isConfirmed: true });
      expect((await find(file.slug))?.publicUrl).toBe(file.publicUrl);
    });

    it('asks before a feed that has stated something is called otherwise, or counts staff ids otherwise', async () => {
      const file = fileOf([{ metadataUrl: place() }]);
      const { institution } = await apply(file);
      const person = aPerson(institution);
      await app.store(person);
      await app.store(aStaffId(person), anAssertion(person));
      const otherwise = { ...file, feed: { ...file.feed, name: 'sap', staffIdSpace: 'payroll' } };
      expect(await attempt(otherwise)).toEqual({
        kind: 'unconfirmed',
        consequences: [
          { kind: 'feed-renamed', from: 'hr', to: 'sap', people: 1 },
          { kind: 'staff-id-space-changed', from: 'staff', to: 'payroll', people: 1 },
        ],
      });
      expect((await find(file.slug))?.feed.name).toBeUndefined();
    });

    it('asks before people are named otherwise, counting those who were never named so', async () => {
      const file = fileOf([{ metadataUrl: place() }]);
      const { institution } = await apply(file);
      await known(institution, 'subject-id');
      await known(institution, 'pairwise-id');
      const otherwise = fileOf([{ metadataUrl: place(), identifier: 'pairwise-id' }], file);
      expect(await attempt(otherwise)).toEqual({
        kind: 'unconfirmed',
        consequences: [{ kind: 'identifier-changed', provider: A, from: 'subject-id', to: 'pairwise-id', people: 1 }],
      });
      await apply(otherwise, { isConfirmed: true });
      await apply(otherwise);
    });

    describe('by another ORCID client', () => {
      let others = 0;
      const anotherClient = () => ({
        environment: 'local',
        clientId: `APP-OTHER00000000${String(++others).padStart(3, '0')}`,
      });
      const credentials = (institution: Institution, clientId: string) =>
        app.request(async () => {
          const clients = app.get(OrcidClientRepository);
          const client = await clients.find(institution.id, clientId);
          const { clientSecret } = await clients.credentials(client!, institution.orcidEnvironment);
          return [client!.isCurrent, clientSecret.reveal()];
        });

      const changesOfClient = async ({ id }: Institution) => {
        const rows = await app
          .get(EntityManager)
          .fork()
          .execute<{ detail: object }[]>(
            `select detail from audit_event where institution_id = ? and action = 'institution.orcid-client-changed'`,
            [id],
          );
        return rows.map(({ detail }) => detail);
      };

      it('takes a changed secret, which then opens', async () => {
        const file = fileOf([{ metadataUrl: place() }]);
        const { institution } = await apply(file);
        await apply(file, { clientSecret: new Secret('client-secret', 'a-new-secret') });
        expect(await credentials(institution, file.orcid.clientId)).toEqual([true, 'a-new-secret']);
        await apply(file, { clientSecret: undefined });
        expect(await credentials(institution, file.orcid.clientId)).toEqual([true, 'a-new-secret']);
      });

      it('asks before a secret replaces the one in use while ORCID cannot say whether it accepts it', async () => {
        const file = fileOf([{ metadataUrl: place() }]);
        const { institution } = await apply(file);
        const client = await app.request(() => app.get(OrcidClientRepository).current(institution.id));
        await app.store(aConnection(await known(institution, 'subject-id'), client));
        const given = { clientSecret: new Secret('client-secret', 'mistyped') };
        orcid.willAlwaysAnswer(/^\/oauth\/token$/, { status: 500, body: '<html>' });
        try {
          expect(await attempt(file, given)).toMatchObject({
            kind: 'unconfirmed',
            consequences: [{ kind: 'secret-unchecked', clientId: client.clientId, people: 1 }],
          });
          expect(await credentials(institution, client.clientId)).toEqual([true, 'a-secret']);
        } finally {
          orcid.willAlwaysAnswer(/^\/oauth\/token$/, ACCEPTED);
        }
        expect((await attempt(file, given)).kind).toBe('configured');
      });

      it('wants the secret of a new client, and changes nothing without', async () => {
        const file = fileOf([{ metadataUrl: place() }]);
        const { institution } = await apply(file);
        const other = anInstitutionFile({ ...file, orcid: anotherClient() });
        await expect(apply(other, { clientSecret: undefined })).rejects.toThrow('ORCID_CLIENT_SECRET');
        expect(await credentials(institution, file.orcid.clientId)).toEqual([true, 'a-secret']);
      });

      it('keeps the former one with its secret, so that tokens are revoked with what they were granted to', async () => {
        const file = fileOf([{ metadataUrl: place() }]);
        const { institution } = await apply(file);
        const client = await app.request(() => app.get(OrcidClientRepository).current(institution.id));
        const person = await known(institution, 'subject-id');
        await app.store(aConnection(person, client));
        const other = anInstitutionFile({ ...file, orcid: anotherClient() });
        const given = { clientSecret: new Secret('client-secret', 'the-other-secret') };
        expect(await attempt(other, given)).toEqual({
          kind: 'unconfirmed',
          consequences: [{ kind: 'orcid-client-changed', from: client.clientId, to: other.orcid.clientId, people: 1 }],
        });
        await apply(other, { ...given, isConfirmed: true });
        expect(await credentials(institution, client.clientId)).toEqual([false, 'a-secret']);
        expect(await credentials(institution, other.orcid.clientId)).toEqual([true, 'the-other-secret']);
        expect(await changesOfClient(institution)).toEqual([{ from: client.clientId, to: other.orcid.clientId }]);
        await apply(file, { clientSecret: undefined });
        expect(await credentials(institution, client.clientId)).toEqual([true, 'a-secret']);
      });
    });
  });
});
