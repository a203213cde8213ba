import { defineEntity, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

export const MergedPersonSchema = defineEntity({
  name: 'MergedPerson',
  tableName: 'merged_person',
  properties: {
    /** What the person was called here before. */
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    /** Who they are now. */
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    mergedBy: p.text(),
    mergedAt: p.datetime(),
  },
  indexes: [{ properties: ['personId'] }],
});

/** Somebody whom an operator found to be another person here: the old id goes on naming them, in the audit trail and elsewhere. */
export class MergedPerson extends MergedPersonSchema.class {}

MergedPersonSchema.setClass(MergedPerson);
