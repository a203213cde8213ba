import { ConfigurationError, readConfigs } from '@ligature/runtime';
import { OrcidClientConfig } from './orcid-client.config.ts';

const read = (env: Record<string, string>) => readConfigs([OrcidClientConfig], env).get(OrcidClientConfig);
const LOCAL = {
  ORCID_ENVIRONMENT: 'local',
  ORCID_SITE_URL: 'http://localhost:1/',
  ORCID_API_URL: 'http://localhost:1/api',
};

describe('the ORCID configuration', () => {
  it('knows the addresses of the real environments', () => {
    expect(read({ ORCID_ENVIRONMENT: 'sandbox' })).toMatchObject({
      site: 'https://sandbox.orcid.org',
      api: 'https://api.sandbox.orcid.org',
    });
  });

  it('takes the addresses of a stand-in', () => {
    expect(read(LOCAL)).toMatchObject({ site: 'http://localhost:1', api: 'http://localhost:1/api' });
  });

  it.each([
    ['a stand-in in production', { ...LOCAL, NODE_ENV: 'production' }],
    ['a stand-in without addresses', { ORCID_ENVIRONMENT: 'local' }],
    ['production at another address', { ...LOCAL, ORCID_ENVIRONMENT: 'production' }],
    ['an environment of another name', { ORCID_ENVIRONMENT: 'live' }],
    ['no environment', {}],
  ])('refuses %s', (_, env) => {
    expect(() => read(env)).toThrow(ConfigurationError);
  });
});
