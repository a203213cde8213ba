import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** One job of one person as the HR export states it; dates as they were written, so partial ones stay partial. */
export interface AppointmentFacts {
  readonly organizationName: string;
  readonly city: string;
  readonly region: string | null;
  readonly country: string;
  readonly rorId: string;
  readonly department: string | null;
  readonly role: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly url: string | null;
}

export const AppointmentSchema = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    staffId: p.text(),
    jobId: p.text(),
    organizationName: p.text(),
    city: p.text(),
    region: p.text().nullable(),
    country: p.text(),
    rorId: p.text(),
    department: p.text().nullable(),
    role: p.text().nullable(),
    startDate: p.text().nullable(),
    endDate: p.text().nullable(),
    url: p.text().nullable(),
    /** Day (in the institution's zone) of the first export that no longer listed the job; null while it is listed. */
    absentSince: p.date().nullable(),
    changedAt: p.datetime(),
  },
  uniques: [{ properties: ['institutionId', 'staffId', 'jobId'] }],
});

/** What the institution says of one job of one person: the wanted state of one record item. */
export class Appointment extends AppointmentSchema.class {
  constructor(given: AppointmentFacts & { institutionId: string; staffId: string; jobId: string; changedAt: Date }) {
    super();
    Object.assign(this, { id: newId() }, given);
  }
}

AppointmentSchema.setClass(Appointment);
