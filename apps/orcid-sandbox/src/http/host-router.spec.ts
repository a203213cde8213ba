import { HostRouter } from './host-router.ts';

describe('three hosts behind one listener', () => {
  it('lie under their paths when nothing else is said', () => {
    const router = new HostRouter(undefined);
    expect(router.innerUrl('localhost:3102', '/api/v3.0/x?y=1')).toBe('/api/v3.0/x?y=1');
  });

  it('are told apart by host', () => {
    const router = new HostRouter({
      site: 'https://sandbox.orcid.org',
      api: 'https://api.sandbox.orcid.org',
      pub: 'https://pub.sandbox.orcid.org',
    });
    expect([
      router.innerUrl('sandbox.orcid.org', '/oauth/token'),
      router.innerUrl('api.sandbox.orcid.org', '/oauth/token'),
      router.innerUrl('pub.sandbox.orcid.org', '/v3.0/status'),
      router.innerUrl('api.sandbox.orcid.org', '/'),
      router.innerUrl('api.sandbox.orcid.org', '/__admin/log'),
    ]).toEqual(['/oauth/token', '/api/oauth/token', '/pub/v3.0/status', '/api/', '/__admin/log']);
  });

  it('are told apart by the longest path on a common host', () => {
    const router = new HostRouter({
      site: 'https://example.org/orcid',
      api: 'https://example.org/orcid/member',
      pub: 'https://example.org/orcid/public/',
    });
    expect([
      router.innerUrl('example.org', '/orcid/member/v3.0/x'),
      router.innerUrl('example.org', '/orcid/public?x'),
      router.innerUrl('example.org', '/orcid/memberships'),
      router.innerUrl('example.org', '/orcid'),
      router.innerUrl('elsewhere.org', '/orcid/member'),
    ]).toEqual(['/api/v3.0/x', '/pub?x', '/memberships', '/', '/orcid/member']);
  });
});
