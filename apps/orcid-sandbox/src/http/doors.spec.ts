import { Doors } from './doors.ts';

describe('three faces behind one listener', () => {
  it('lie under their paths when nothing else is said', () => {
    const doors = new Doors(undefined);
    expect(doors.innerUrl('localhost:3102', '/api/v3.0/x?y=1')).toBe('/api/v3.0/x?y=1');
  });

  it('are told apart by host', () => {
    const doors = new Doors({
      site: 'https://sandbox.orcid.org',
      api: 'https://api.sandbox.orcid.org',
      pub: 'https://pub.sandbox.orcid.org',
    });
    expect([
      doors.innerUrl('sandbox.orcid.org', '/oauth/token'),
      doors.innerUrl('api.sandbox.orcid.org', '/oauth/token'),
      doors.innerUrl('pub.sandbox.orcid.org', '/v3.0/status'),
      doors.innerUrl('api.sandbox.orcid.org', '/'),
      doors.innerUrl('api.sandbox.orcid.org', '/__admin/log'),
    ]).toEqual(['/oauth/token', '/api/oauth/token', '/pub/v3.0/status', '/api/', '/__admin/log']);
  });

  it('are told apart by the longest path on a common host', () => {
    const doors = new Doors({
      site: 'https://example.org/orcid',
      api: 'https://example.org/orcid/member',
      pub: 'https://example.org/orcid/public/',
    });
    expect([
      doors.innerUrl('example.org', '/orcid/member/v3.0/x'),
      doors.innerUrl('example.org', '/orcid/public?x'),
      doors.innerUrl('example.org', '/orcid/memberships'),
      doors.innerUrl('example.org', '/orcid'),
      doors.innerUrl('elsewhere.org', '/orcid/member'),
    ]).toEqual(['/api/v3.0/x', '/pub?x', '/memberships', '/', '/orcid/member']);
  });
});
