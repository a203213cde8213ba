import { defineEntity, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

export const PersonStaffIdSchema = defineEntity({
  name: 'PersonStaffId',
  tableName: 'person_staff_id',
  properties: {
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id').primary(),
    /** The number space: two systems mean one person by one number only where they name the same space. */
    space: p.text().primary(),
    /** As the system writes it, leading zeros kept. */
    staffId: p.text().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
  },
  indexes: [{ properties: ['personId'] }],
});

/** A number by which a system of the institution knows a person. */
export class PersonStaffId extends PersonStaffIdSchema.class {
  constructor(given: { institutionId: string; space: string; staffId: string; personId: string }) {
    super();
    this.institutionId = given.institutionId;
    this.space = given.space;
    this.staffId = given.staffId;
    this.personId = given.personId;
  }
}

PersonStaffIdSchema.setClass(PersonStaffId);
