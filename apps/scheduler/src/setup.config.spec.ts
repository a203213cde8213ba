import { SetupConfig } from './setup.config.ts';

describe('an identity provider', () => {
  it('may be named by the environment alone', () => {
    const config = (SAML_IDP_METADATA: string) =>
      new SetupConfig({
        ORCID_CLIENT_SECRET: undefined,
        SAML_IDP_METADATA,
        SAML_IDP_IDENTIFIER: 'subject-id',
        SAML_IDP_STAFF_ID_ATTRIBUTE: undefined,
      }).provider;
    expect(config('https://idp.example.edu/idp')).toEqual({
      metadataUrl: 'https://idp.example.edu/idp',
      identifier: 'subject-id',
    });
    expect(config('idp.xml')).toMatchObject({ metadataFile: 'idp.xml' });
  });
});
