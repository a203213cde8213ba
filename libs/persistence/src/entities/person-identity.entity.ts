import { IDENTIFIER_KINDS, type IdentifierKind } from '@ligature/identity-model';
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
    kind: p.enum(IDENTIFIER_KINDS),
    /** What the provider calls the person for good: subject-id, persistent NameID …, never mail. */
    identifier: p.text(),
    /** The kind was not kept when the person last signed in; the next sign-in says it. */
    isAssumed: p.boolean(),
  },
  uniques: [{ properties: ['institutionId', 'provider', 'kind', 'identifier'] }],
  indexes: [{ properties: ['personId'] }],
});

/** How one identity provider knows a person. */
export class PersonIdentity extends PersonIdentitySchema.class {
  constructor(given: {
    institutionId: string;
    personId: string;
    provider: string;
    kind: IdentifierKind;
    identifier: string;
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.personId = given.personId;
    this.provider = given.provider;
    this.kind = given.kind;
    this.identifier = given.identifier;
    this.isAssumed = false;
  }

  /** The provider said which kind of identifier it is. */
  confirm(kind: IdentifierKind): void {
    this.kind = kind;
    this.isAssumed = false;
  }
}

PersonIdentitySchema.setClass(PersonIdentity);
