import { pathOf } from './path-of.ts';

describe('the logged path of a request', () => {
  it.each(['/orcid/callback?code=secret&state=secret', '/orcid/callback?a=b\n?code=secret', '/orcid/callback#secret'])(
    'has no query: %j',
    (url) => {
      expect(pathOf({ url })).toBe('/orcid/callback');
    },
  );
});
