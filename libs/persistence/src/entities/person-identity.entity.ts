import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

export const PersonIdentitySchema = defineEntity({
  name: 'PersonIdentity',
  tableName: 'person_identity',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    /** Entity id of the identity provider. */
    provider: p.text(),
    /** What the provider calls the person for good: subject-id, persistent NameID …, never mail. */
    identifier: p.text(),
  },
  uniques: [{ properties: ['institutionId', 'provider', 'identifier'] }],
  indexes: [{ properties: ['personId'] }],
});

/** How one identity provider knows a researcher. */
export class PersonIdentity extends PersonIdentitySchema.class {
  constructor(given: { institutionId: string; personId: string; provider: string; identifier: string }) {
    super();
    Object.assign(this, { id: newId() }, given);
  }
}

PersonIdentitySchema.setClass(PersonIdentity);
