import { randomUUID } from 'node:crypto';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { Appointment } from '../entities/appointment.entity.ts';
import { Connection } from '../entities/connection.entity.ts';
import { Institution } from '../entities/institution.entity.ts';
import { Person } from '../entities/person.entity.ts';
import type { SealedSecret } from '../vault/sealed-secret.ts';

const AT = new Date('2026-01-15T12:00:00Z');

export function anInstitution(given: Partial<ConstructorParameters<typeof Institution>[0]> = {}): Institution {
  const institution = new Institution({
    slug: `example-${randomUUID()}`,
    name: 'Example University',
    rorId: 'https://ror.org/05dxps055',
    timeZone: 'Europe/Berlin',
    orcidEnvironment: 'local',
    orcidClientId: 'APP-EXAMPLE000000001',
    branding: { color: '#1d4f91', supportEmail: 'orcid@example.edu' },
    contacts: {},
    feed: { columns: {}, dates: 'iso', defaults: {}, absentMeans: 'keep', ignoredColumns: [] },
    createdAt: AT,
    ...given,
  });
  institution.keepClientSecret('sealed' as SealedSecret<'client-secret'>);
  return institution;
}

export function aPerson(
  institution: Institution,
  given: Partial<ConstructorParameters<typeof Person>[0]> = {},
): Person {
  return new Person({
    institutionId: institution.id,
    displayName: 'Ada Example',
    staffId: '000042',
    at: AT,
    ...given,
  });
}

export function aConnection(
  person: Person,
  given: Partial<ConstructorParameters<typeof Connection>[0]> = {},
): Connection {
  const connection = new Connection({
    institutionId: person.institutionId,
    personId: person.id,
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

export function anAppointment(
  institution: Institution,
  given: Partial<ConstructorParameters<typeof Appointment>[0]> = {},
): Appointment {
  return new Appointment({
    institutionId: institution.id,
    staffId: '000042',
    jobId: 'A-1',
    organizationName: 'Example University',
    city: 'Pasadena',
    region: null,
    country: 'US',
    rorId: 'https://ror.org/05dxps055',
    department: 'Library',
    role: 'Research Data Steward',
    startDate: '2021-03-01',
    endDate: null,
    url: null,
    changedAt: AT,
    ...given,
  });
}
