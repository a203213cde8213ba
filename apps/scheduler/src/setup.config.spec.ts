import { SetupConfig } from './setup.config.ts';

type Values = ConstructorParameters<typeof SetupConfig>[0];

const values = (given: Partial<Values>): Values => ({
  ORCID_CLIENT_SECRET: undefined,
  SAML_IDP_METADATA: undefined,
  SAML_IDP_IDENTIFIER: 'subject-id',
  SAML_IDP_STAFF_ID_ATTRIBUTE: undefined,
  SAML_IDP_STAFF_ID_SPACE: undefined,
  SAML_IDP_ENTITY_ID: undefined,
  ...given,
});
const STAFF = { SAML_IDP_STAFF_ID_ATTRIBUTE: 'employeeNumber', SAML_IDP_STAFF_ID_SPACE: 'staff' };

describe('an identity provider', () => {
  it('may be named by the environment alone', () => {
    const provider = (SAML_IDP_METADATA: string) => new SetupConfig(values({ SAML_IDP_METADATA })).provider;
    expect(provider('https://idp.example.edu/idp')).toEqual({
      metadataUrl: 'https://idp.example.edu/idp',
      identifier: 'subject-id',
    });
    expect(provider('idp.xml')).toMatchObject({ metadataFile: 'idp.xml' });
  });

  it('speaks for a number space by the environment alone when its entity id is there too', () => {
    const given = values({ SAML_IDP_METADATA: 'idp.xml', ...STAFF });
    expect(SetupConfig.faults(given).join()).toContain('staffIdSpace needs the provider’s entity id');
    const named = { ...given, SAML_IDP_ENTITY_ID: 'https://idp.example.edu/idp' };
    expect(SetupConfig.faults(named)).toEqual([]);
    expect(new SetupConfig(named).provider).toMatchObject({
      entityIds: ['https://idp.example.edu/idp'],
      staffIdAttribute: 'employeeNumber',
      staffIdSpace: 'staff',
    });
  });
});
