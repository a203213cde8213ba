import { aCredential, type TestCredential } from '@ligature/saml-metadata/testing';
import { describeSource } from './provider-source.ts';
import { ProviderSource } from './provider-source.schema.ts';

const FEDERATION = { federationUrl: 'https://federation.example/all.xml', signedBy: 'federation.crt' };
const STAFF = { staffIdAttribute: 'employeeNumber', staffIdSpace: 'hr' };
const ROLE = { role: 'administrator', attribute: 'isMemberOf', value: 'admins' };

const faultsOf = (given: object) => (ProviderSource.safeParse(given).error?.issues ?? []).map(({ message }) => message);

describe('where an operator says that identity providers are', () => {
  let federation: TestCredential;
  let successor: TestCredential;

  beforeAll(async () => {
    [federation, successor] = await Promise.all([aCredential(), aCredential()]);
  });

  it.each([
    [{ metadataUrl: 'https://idp.example.edu/metadata' }],
    [{ metadataFile: 'idp.xml' }],
    [{ metadataUrl: 'http://localhost:3103/metadata' }],
    [{ metadataUrl: 'http://idp.example.edu/metadata', signedBy: 'idp.crt' }],
    [{ federationUrl: 'https://federation.example/all.xml', signedBy: ['old.crt', 'new.crt'], mustBeSigned: 'both' }],
    [{ mdqUrl: 'https://mdq.example/', signedBy: 'mdq.crt', entityIds: ['https://idp.example.edu/idp'] }],
    [{ metadataUrl: 'https://idp.example.edu/metadata', staffIdAttribute: 'employeeNumber' }],
    [{ ...FEDERATION, entityIds: ['https://idp.example.edu/idp'], ...STAFF }],
    [{ ...FEDERATION, exceptions: { 'https://idp.example.edu/idp': { ...STAFF, roles: [ROLE] } } }],
  ])('may be %j, and nothing more', (given) => {
    expect(faultsOf(given)).toEqual([]);
  });

  it.each([
    [{}, 'needs one of metadataUrl'],
    [{ metadataUrl: 'https://a.example/', metadataFile: 'a.xml' }, 'needs one of metadataUrl'],
    [{ federationUrl: 'https://federation.example/all.xml' }, 'federationUrl needs signedBy'],
    [{ mdqUrl: 'https://mdq.example/', signedBy: 'mdq.crt' }, 'mdqUrl needs entityIds'],
    [{ metadataUrl: 'http://idp.example.edu/metadata' }, 'metadata over http needs signedBy'],
    [{ metadataFile: 'idp.xml', signatureAlgorithms: ['md5'] }, 'Invalid option'],
    [{ metadataFile: 'idp.xml', scopes: ['not a domain'] }, 'must be a domain'],
    [{ metadataFile: 'idp.xml', singedBy: 'x.crt' }, 'Unrecognized key'],
    [{ ...FEDERATION, staffIdAttribute: 'employeeNumber' }, 'move staffIdAttribute to exceptions'],
    [{ ...FEDERATION, ...STAFF, roles: [ROLE] }, 'move staffIdAttribute, staffIdSpace and roles to exceptions'],
    [
      { mdqUrl: 'https://mdq.example/', signedBy: 'mdq.crt', entityIds: ['https://a/', 'https://b/'], roles: [ROLE] },
      'move roles to exceptions',
    ],
    [{ metadataUrl: 'https://idp.example.edu/metadata', ...STAFF }, 'staffIdSpace needs the provider’s entity id'],
    [{ metadataFile: 'idp.xml', entityIds: ['https://a/'], staffIdSpace: 'hr' }, 'staffIdSpace needs staffIdAttribute'],
    [
      { metadataFile: 'idp.xml', exceptions: { 'https://a/': { staffIdSpace: 'hr' } } },
      'staffIdSpace needs staffIdAttribute',
    ],
    [{ metadataFile: 'idp.xml', entityIds: ['https://a/'], ...STAFF, staffIdSpace: 'H R' }, 'must be a short name'],
  ])('may not be %j', (given, fault) => {
    expect(faultsOf(given).join()).toContain(fault);
  });

  it('are files beside the institution’s own; certificates are given in files too, or in full', async () => {
    const given = ProviderSource.parse({
      metadataFile: 'idp.xml',
      signedBy: federation.certificatePem + successor.certificatePem,
      identifier: 'pairwise-id',
    });
    expect(await describeSource(given, '/etc/ligature')).toEqual({
      kind: 'file',
      location: '/etc/ligature/idp.xml',
      entityIds: [],
      signingCertificates: [federation.certificate, successor.certificate],
      policy: { identifier: 'pairwise-id' },
      exceptions: {},
    });
    await expect(describeSource({ metadataFile: 'a', signedBy: ['no-such.crt'] }, '/nowhere')).rejects.toThrow(
      '/nowhere/no-such.crt cannot be read',
    );
  });
});
