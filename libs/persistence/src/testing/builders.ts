import { randomUUID } from 'node:crypto';
import { type Affiliation, ALL_SECTIONS } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type AssertedContent, Assertion } from '../entities/assertion.entity.ts';
import { Connection } from '../entities/connection.entity.ts';
import { Institution } from '../entities/institution.entity.ts';
import { OrcidClient } from '../entities/orcid-client.entity.ts';
import { PersonStaffId } from '../entities/person-staff-id.entity.ts';
import { Person } from '../entities/person.entity.ts';
import type { SealedSecret } from '../vault/sealed-secret.ts';

const AT = new Date('2026-01-15T12:00:00Z');

export function anInstitution(given: Partial<ConstructorParameters<typeof Institution>[0]> = {}): Institution {
  return new Institution({
    slug: `example-${randomUUID()}`,
    name: 'Example University',
    rorId: 'https://ror.org/05dxps055',
    timeZone: 'Europe/Berlin',
    orcidEnvironment: 'local',
    branding: { color: '#1d4f91', supportEmail: 'orcid@example.edu' },
    contacts: {},
    feed: {
      columns: {},
      dates: 'iso',
      defaults: {},
      absentMeans: 'keep',
      items: { sections: ALL_SECTIONS },
    },
    createdAt: AT,
    ...given,
  });
}

/** The institution's client at ORCID, with a secret that opens nowhere unless it is sealed anew. */
export function anOrcidClient(institution: Institution, clientId = 'APP-EXAMPLE000000001'): OrcidClient {
  const client = new OrcidClient({ institutionId: institution.id, clientId, createdAt: AT });
  client.keepSecret('sealed' as SealedSecret<'client-secret'>);
  return client;
}

export function aPerson(
  institution: Institution,
  given: Partial<ConstructorParameters<typeof Person>[0]> = {},
): Person {
  return new Person({ institutionId: institution.id, displayName: 'Ada Example', at: AT, ...given });
}

/** A number by which the HR system knows the person. */
export function aStaffId({ id: personId, institutionId }: Person, staffId = '000042', space = 'staff'): PersonStaffId {
  return new PersonStaffId({ institutionId, space, staffId, personId });
}

export function aConnection(
  person: Person,
  client: OrcidClient,
  given: Partial<ConstructorParameters<typeof Connection>[0]> = {},
): Connection {
  const connection = new Connection({
    institutionId: person.institutionId,
    personId: person.id,
    orcidClientId: client.id,
    environment: 'local',
    orcid: anOrcidId(),
    at: AT,
    ...given,
  });
  connection.grant(
    {
      name: 'Ada Example',
      scopes: ['/read-limited', '/activities/update'],
      accessToken: 'sealed' as SealedSecret<'access-token'>,
      refreshToken: null,
      tokenExpiresAt: new Date('2046-01-15T12:00:00Z'),
    },
    AT,
  );
  return connection;
}

/** A current job of the person. */
export function anAssertion(
  { id: personId, institutionId }: Person,
  given: Partial<ConstructorParameters<typeof Assertion>[0]> = {},
): Assertion {
  return new Assertion({
    institutionId,
    personId,
    section: 'employment',
    feed: 'hr',
    personKey: '000042',
    rowKey: 'A-1',
    content: anEmploymentContent(),
    starts: '2021-03-01',
    ends: null,
    changedAt: AT,
    ...given,
  });
}

/** What a feed states of a job: dates are beside it, identifiers of ours come later. */
export function anEmploymentContent(given: Partial<Omit<Affiliation, 'kind' | 'externalIds'>> = {}): AssertedContent {
  return {
    kind: 'employment',
    organization: {
      name: 'Example University',
      city: 'Pasadena',
      country: 'US',
      identifier: { registry: 'ROR', value: 'https://ror.org/05dxps055' },
    },
    department: 'Library',
    role: 'Research Data Steward',
    ...given,
  };
}
