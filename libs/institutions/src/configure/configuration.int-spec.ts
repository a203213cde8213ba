import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OrcidClientConfig } from '@ligature/orcid-client';
import { Secret } from '@ligature/orcid-model';
import { IdentityProviderRepository, InstitutionRepository } from '@ligature/persistence';
import { TestModule } from '@ligature/persistence/testing';
import { aCredential, federationXml, providerXml, type TestCredential } from '@ligature/saml-metadata/testing';
import { InstitutionsModule } from '../institutions.module.ts';
import { anInstitutionFile } from '../testing/an-institution-file.ts';
import { MetadataHost } from '../testing/metadata-host.ts';
import { MetadataRefresh } from '../metadata/metadata-refresh.ts';
import { Configuration } from './configuration.ts';
import type { InstitutionFile } from './institution-file.ts';

const A = 'https://a.example/';
const B = 'https://b.example/';
const ROLES = [{ role: 'administrator', attribute: 'isMemberOf', value: 'admins' }];
const clientSecret = new Secret('client-secret', 'a-secret');

describe('configuring an institution', () => {
  const host = new MetadataHost();
  let app: TestModule;
  let folder: string;
  let credential: TestCredential;

  beforeAll(async () => {
    [folder, credential] = await Promise.all([
      mkdtemp(path.join(tmpdir(), 'configuration-')),
      aCredential(),
      host.start(),
    ]);
    app = await TestModule.start({
      imports: [InstitutionsModule],
      configs: [OrcidClientConfig],
      env: { ORCID_ENVIRONMENT: 'sandbox' },
    });
  });
  afterAll(async () => {
    await app.close();
    await host.stop();
    await rm(folder, { recursive: true });
  });

  const apply = (file: InstitutionFile) =>
    app.request(() => app.get(Configuration).apply(file, { folder, clientSecret }));
  const find = (slug: string) => app.request(() => app.get(InstitutionRepository).findBySlug(slug));
  const idp = (entityId: string) => providerXml({ entityId, certificates: [credential.certificate] });
  const both = () => federationXml([idp(A), idp(B)]);

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
});
