import { randomUUID } from 'node:crypto';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import type { OrcidGrant } from '../orcid-grant.ts';

export function aGrant(given: Partial<OrcidGrant> = {}): OrcidGrant {
  return {
    orcid: anOrcidId(),
    clientId: 'APP-EXAMPLE000000001',
    name: 'Ada Example',
    scopes: ['/read-limited', '/activities/update'],
    accessToken: new Secret('access-token', randomUUID()),
    refreshToken: new Secret('refresh-token', randomUUID()),
    expiresAt: new Date('2046-01-01T00:00:00Z'),
    ...given,
  };
}
